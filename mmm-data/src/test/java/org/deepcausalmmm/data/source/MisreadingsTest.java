package org.deepcausalmmm.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.IntFunction;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.junit.jupiter.api.Test;

/** Kinds of files that were once read as another panel than their authors meant. */
class MisreadingsTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);

  private static int tv(int week) {
    return 13 * week % 17 * 50;
  }

  private static int search(int week) {
    return 100 + 7 * week % 23;
  }

  private static int sales(int week) {
    return 3000 + 11 * week % 29;
  }

  private static String file(String header, IntFunction<String> cells) {
    StringBuilder text = new StringBuilder("week,").append(header).append('\n');
    for (int t = 0; t < 60; t++) {
      text.append(FIRST.plusWeeks(t)).append(',').append(cells.apply(t)).append('\n');
    }
    return text.toString();
  }

  private static void refused(String csv, String code, String... what) {
    assertThatThrownBy(() -> TextData.read(csv).usable())
        .satisfies(e -> assertThat(((MmmException) e).code()).isEqualTo(code))
        .hasMessageContainingAll(what);
  }

  @Test
  void asksForTheRoleOfAShareOfSpend() {
    refused(
        file(
            "sales,total_media_spend,tv_share_of_spend,search_share_of_spend",
            t -> {
              double all = tv(t) + search(t);
              return String.format(
                  Locale.ROOT, "%d,%.0f,%.3f,%.3f", sales(t), all, tv(t) / all, search(t) / all);
            }),
        "MMM-DATA-034",
        "'tv_share_of_spend', 'search_share_of_spend'");
  }

  @Test
  void asksForTheRoleOfAHeadingWithoutLetters() {
    refused(
        file("sales,tv_spend,\uD83D\uDCFA", t -> sales(t) + "," + tv(t) + "," + search(t)),
        "MMM-DATA-034",
        "'\uD83D\uDCFA'");
  }

  @Test
  void refusesASubtotalBesideItsParts() {
    refused(
        file(
            "sales,digital_total,facebook,google,tv",
            t ->
                "%d,%d,%d,%d,%d"
                    .formatted(sales(t), tv(t) + search(t), tv(t), search(t), 9 * (t % 7))),
        "MMM-DATA-033",
        "'digital_total' is the sum of 'facebook', 'google'");
  }

  @Test
  void takesImpAsImpressions() {
    CheckedPanel read =
        TextData.read(
            file("visits,tv_imp,radio_imp", t -> sales(t) + "," + tv(t) + "," + search(t)));

    assertThat(read.panel().channelNames()).containsExactly("tv", "radio");
    assertThat(read.panel().channels().get(0).spend()).isNull();
  }

  @Test
  void refusesRowsInSeveralCurrencies() {
    IntFunction<String> cells =
        t -> (t < 40 ? "EUR" : "USD") + "," + sales(t) + "," + tv(t) + "," + search(t);
    refused(file("currency,sales,tv_spend,search_spend", cells), "MMM-DATA-036", "EUR, USD");
    assertThat(
            TextData.read(
                    file(
                        "currency,sales,tv_spend,search_spend",
                        t -> cells.apply(t).replace("USD", "EUR")))
                .panel()
                .channelNames())
        .containsExactly("tv", "search");
  }

  @Test
  void refusesVersionsInPlaceOfRegions() {
    String actual =
        file("scenario,sales,tv,search", t -> "actual," + sales(t) + "," + tv(t) + "," + search(t));
    String forecast = actual.replace("actual,3", "forecast,4");
    refused(
        actual + forecast.substring(forecast.indexOf('\n') + 1),
        "MMM-DATA-039",
        "'scenario' holds versions",
        "'actual', 'forecast'");
  }

  @Test
  void prefersWhatWasSentToWhatWasClicked() throws Exception {
    PreparedData read =
        TextData.prepared(
            file(
                "sales,email_sends,email_opens,email_clicks,tv_spend",
                t ->
                    "%d,%d,%d,%d,%d"
                        .formatted(sales(t), 9000 + tv(t), 10 * search(t), 31 * t % 97, tv(t + 1))),
            "{}");

    assertThat(read.configuration().data().channels())
        .extracting(ChannelColumns::exposure)
        .contains("email_sends")
        .doesNotContain("email_clicks");
  }

  @Test
  void takesAPercentageOfPeopleAsReach() {
    CheckedPanel read =
        TextData.read(
            file(
                "sales,tv_spend,tv_reach_pct,tv_frequency,search_spend",
                t ->
                    String.format(
                        Locale.ROOT,
                        "%d,%d,%.2f,%.2f,%d",
                        sales(t),
                        tv(t),
                        tv(t) / 40.0,
                        1 + t % 5 / 2.0,
                        search(t))));

    assertThat(read.panel().channels().get(0).source().contacts()).isNotNull();
  }

  @Test
  void showsADateThatTheOrdersReadDifferently() {
    StringBuilder text = new StringBuilder("week,sales,tv\n");
    for (int t = 0; t < 60; t++) {
      text.append("%02d/%02d/2022".formatted(1 + t % 12, 1 + t / 12 % 12));
      text.append(',').append(sales(t)).append(',').append(tv(t)).append('\n');
    }
    refused(text.toString(), "MMM-DATA-035", "'02/01/2022' may be 2022-01-02 or 2022-02-01");
  }

  @Test
  void doesNotTakeAnExponentForAThousandsMark() {
    CheckedPanel read =
        TextData.read(
            file(
                "sales,tv_spend",
                t -> String.format(Locale.ROOT, "%.4E,%.4E", (double) sales(t), (double) tv(t))));

    assertThat(read.panel().outcome()[0][1]).isEqualTo(sales(1));
    assertThat(read.report().findings())
        .noneSatisfy(finding -> assertThat(finding.what()).contains("thousands marks"));
  }

  @Test
  void leavesACurrencyColumnOutIfTheUserSaysSo() {
    String csv =
        file("currency,sales,tv", t -> (t < 40 ? "EUR" : "USD") + "," + sales(t) + "," + tv(t));
    String yaml = "data: {time: week, outcome: sales, channels: [tv], ignore: [currency]}";

    assertThat(new ConfigurationReader().read("c.yaml", yaml).data()).isNotNull();
    assertThat(TextData.read(csv, yaml).panel().channelNames()).containsExactly("tv");
  }

  private static void advises(String csv, String configuration, String... advice) {
    assertThatThrownBy(() -> TextData.read(csv, configuration).usable())
        .isInstanceOfSatisfying(
            MmmException.class,
            e -> {
              assertThat(e.code()).isEqualTo("MMM-DATA-016");
              assertThat(e.advice()).contains(advice);
            });
  }

  private static String below(String file) {
    return file.substring(file.indexOf('\n') + 1);
  }

  @Test
  void neverMultipliesAnOutcomeThatRowsRepeat() {
    String rows = file("sales,tv_spend", t -> sales(t) + "," + tv(t));
    String twice = rows + below(file("", t -> sales(t) + "," + search(t)));
    String parts = rows + below(file("", t -> search(t) + "," + search(t)));

    advises(twice, "{}", "The outcome 'sales' stands in all of them");
    advises(twice, "data: {duplicates: sum}", "The outcome 'sales' stands in all of them");
    assertThat(TextData.read(parts, "data: {duplicates: sum}").panel().weeks().count())
        .isEqualTo(60);
  }

  @Test
  void namesTheColumnThatTellsRowsApart() {
    IntFunction<String> cells = t -> sales(t) + ",TV," + tv(t) + "\n" + FIRST.plusWeeks(t);
    String twice =
        file("sales,source,spend", t -> cells.apply(t) + "," + sales(t) + ",Search," + search(t));

    advises(
        twice,
        "data: {time: week, outcome: sales, channels: [spend]}",
        "Column 'source' tells them apart",
        "long form");
  }

  @Test
  void asksForTheYearOfNumberedWeeks() {
    StringBuilder text = new StringBuilder("week,sales,tv_spend\n");
    for (int t = 0; t < 104; t++) {
      text.append(1 + t % 52).append(',').append(sales(t)).append(',').append(tv(t)).append('\n');
    }
    advises(text.toString(), "{}", "write the year too");
  }

  @Test
  void asksWhetherACommissionIsAChannel() {
    refused(
        file(
            "sales,affiliate_spend,tv_spend",
            t -> String.format(Locale.ROOT, "%d,%.2f,%d", sales(t), 0.03 * sales(t), tv(t))),
        "MMM-DATA-034",
        "affiliate_spend from sales");
    refused(
        file("sales,affiliate_spend", t -> sales(t) + "," + 2 * sales(t)),
        "MMM-DATA-034",
        "affiliate_spend from sales");
  }

  @Test
  void readsALongTableInSpanish() {
    StringBuilder text = new StringBuilder("Semana,Ventas,Canal,Inversi\u00f3n\n");
    for (int t = 0; t < 60; t++) {
      String key = FIRST.plusWeeks(t) + "," + sales(t) + ",";
      text.append(key).append("Radio,").append(tv(t)).append('\n');
      text.append(key).append("TV,").append(search(t)).append('\n');
    }

    CheckedPanel read = TextData.read(text.toString());

    assertThat(read.panel().channelNames()).containsExactly("Radio", "TV");
    assertThat(read.panel().weeks().count()).isEqualTo(60);
  }

  private static int running(int week) {
    int sum = 0;
    for (int t = 0; t <= week; t++) {
      sum += tv(t);
    }
    return sum;
  }

  @Test
  void neverTakesARunningTotalForAChannel() {
    refused(
        file("sales,TV cumulative spend,radio", t -> sales(t) + "," + running(t) + "," + search(t)),
        "MMM-DATA-034",
        "'TV cumulative spend'");
    refused(
        file("sales,tv_spend,radio_spend", t -> sales(t) + "," + running(t) + "," + search(t)),
        "MMM-DATA-034",
        "hardly ever fall",
        "'tv_spend'");
    refused(
        file(
            "sales,tv_spend",
            t -> sales(t) + "," + (t < 52 ? running(t) + 9 * t : running(t) - running(51) + 9 * t)),
        "MMM-DATA-034",
        "'tv_spend'");
  }

  @Test
  void neverTakesLastYearsSpendForAChannel() {
    for (String name :
        new String[] {"tv_spend_ly", "tv_prev_year", "spend_py_tv", "TV last year"}) {
      String csv = file("sales," + name + ",radio", t -> sales(t) + "," + tv(t) + "," + search(t));
      refused(csv, "MMM-DATA-034", "'" + name + "'");
      PreparedData accepted =
          new PreparedDataReader()
              .read(
                  new org.deepcausalmmm.data.table.TableReader().read("t.csv", csv),
                  org.deepcausalmmm.data.config.ConfigurationDraft.defaults(),
                  new RoleChoice(true, null));
      assertThat(accepted.configuration().data().channels())
          .extracting(ChannelColumns::name)
          .containsExactly("radio");
    }
  }

  @Test
  void looksForMultiplesInAllRegions() {
    StringBuilder text = new StringBuilder("week,geo,sales,tv,affiliate\n");
    for (int t = 0; t < 60; t++) {
      for (String geo : new String[] {"a", "b", "c"}) {
        int own = sales(t + geo.charAt(0));
        double fee = geo.equals("a") ? search(t) : 0.05 * own;
        text.append(
            String.format(
                Locale.ROOT, "%s,%s,%d,%d,%.2f%n", FIRST.plusWeeks(t), geo, own, tv(t), fee));
      }
    }
    refused(text.toString(), "MMM-DATA-034", "affiliate from sales");
  }

  @Test
  void refusesSpendThatIsNoNumberAtAll() {
    refused(
        file("sales,tv_spend,radio", t -> sales(t) + "," + tv(t) + " pts," + search(t)),
        "MMM-DATA-007",
        "the name says an amount");
  }

  @Test
  void refusesCampaignsInPlaceOfRegions() {
    String rows = file("Campaign,sales,tv", t -> "Brand," + sales(t) + "," + tv(t));
    refused(
        rows + below(rows.replace("Brand,3", "Generic,4")),
        "MMM-DATA-039",
        "'Campaign' has several rows a week");
  }

  @Test
  void offersDiscountsAsTreatments() throws Exception {
    PreparedData read =
        TextData.prepared(
            file(
                "sales,tv,discount,discount_pct,avg_price,fuel_price",
                t ->
                    "%d,%d,%d,%d,%d,%d"
                        .formatted(sales(t), tv(t), 17 * t % 31, t % 9, t % 7, t % 5)),
            "{}");

    assertThat(read.configuration().data().controls())
        .containsExactly("discount", "discount_pct", "avg_price", "fuel_price");
    assertThat(read.roleFindings())
        .anySatisfy(
            f -> assertThat(f.what()).endsWith("are: 'discount', 'discount_pct', 'avg_price'."));
  }

  @Test
  void readsMeridiansFamiliesWithNamesOfChannels() throws Exception {
    IntFunction<String> cells =
        t ->
            "%d,%d,%d,%d,%d,%d,%d,%d,%d"
                .formatted(
                    sales(t),
                    900 * tv(t),
                    tv(t),
                    500 + search(t),
                    1 + t % 3,
                    41 * t % 37,
                    29 * t % 31,
                    90 + 19 * t % 41,
                    1 + t % 4);
    String families =
        "media_tv,media_spend_tv,reach_yt,frequency_yt,rf_spend_yt,organic_media_blog,"
            + "organic_reach_fb,organic_frequency_fb";
    PreparedData read = TextData.prepared(file("kpi," + families, cells), "{}");

    assertThat(read.configuration().data().channels())
        .containsExactly(
            new ChannelColumns("tv", "media_spend_tv", "media_tv"),
            new ChannelColumns("yt", "rf_spend_yt", null, "reach_yt", "frequency_yt", null, false));
    assertThat(read.configuration().data().organic())
        .extracting(ChannelColumns::name)
        .containsExactly("organic_media_blog", "organic_fb");
  }

  @Test
  void refusesTwoCurrenciesInHeadings() {
    for (String header :
        new String[] {"Revenue (\u20AC),TV Spend ($)", "Umsatz TEUR,TV Spend USD"}) {
      refused(file(header, t -> sales(t) + "," + tv(t)), "MMM-DATA-036", "EUR, USD");
    }
  }

  @Test
  void refusesTwoLinesOfHeadings() {
    refused(
        file("Sales,TV,Radio", t -> sales(t) + "," + tv(t) + "," + search(t))
            .replaceFirst("\n", "\n,EUR,EUR,EUR\n"),
        "MMM-DATA-039",
        "'Sales' above 'EUR'");
  }

  @Test
  void refusesAUnitInHeadingAndCells() {
    refused(
        file("Sales (000),tv", t -> sales(t) + ".5K," + tv(t)),
        "MMM-DATA-008",
        "the heading states a unit");
  }

  @Test
  void readsMonthsThatAreNamedBesideTheirYear() {
    StringBuilder text = new StringBuilder("Year,Month,Sales,TV\n");
    String[] names = {"January", "f\u00e9vr.", "M\u00e4rz", "abril", "Mai", "Jun"};
    for (int t = 0; t < 60; t++) {
      if (t % 12 < 6) {
        text.append(2018 + t / 12).append(',').append(names[t % 12]).append(',');
        text.append(sales(t)).append(',').append(tv(t)).append('\n');
      }
    }

    assertThat(TextData.read(text.toString()).panel().weeks().label(1)).isEqualTo("2018-02-01");
  }

  @Test
  void spreadsOrRefusesMediaThatTwoRegionsRepeat() {
    StringBuilder text = new StringBuilder("week,geo,sales,tv\n");
    for (int t = 0; t < 60; t++) {
      for (String geo : new String[] {"a", "b"}) {
        text.append(FIRST.plusWeeks(t)).append(',').append(geo).append(',');
        text.append(sales(t + geo.charAt(0))).append(',').append(tv(t)).append('\n');
      }
    }
    refused(text.toString(), "MMM-DATA-039", "the same amount in all regions");
  }

  @Test
  void leavesOutRowsOfSubtotals() {
    String rows = file("sales,tv", t -> sales(t) + "," + tv(t));

    assertThat(
            TextData.read(rows + "Q1 total,99999,99999\nTotal 2023,99999,9999\n")
                .panel()
                .weekCount())
        .isEqualTo(60);
  }

  @Test
  void readsUnitsOfLongRows() {
    StringBuilder text = new StringBuilder("date,variable,unit,value\n");
    for (int t = 0; t < 60; t++) {
      text.append(FIRST.plusWeeks(t)).append(",sales,EUR,").append(sales(t)).append('\n');
      text.append(FIRST.plusWeeks(t)).append(",tv_spend,kEUR,").append(tv(t)).append('\n');
    }

    assertThat(TextData.read(text.toString()).panel().channels().get(0).exposure()[0][1])
        .isEqualTo(1000.0 * tv(1));
    refused(text.toString().replace("kEUR", "USD"), "MMM-DATA-036", "EUR, USD");
  }

  @Test
  void asksForAmountsWhereSpendIsInPercentOrPerDay() {
    refused(
        file("sales,tv_spend,radio", t -> sales(t) + "," + tv(t) % 90 + "%," + search(t)),
        "MMM-DATA-034",
        "hold percents",
        "'tv_spend'");
    refused(
        file("sales,tv_avg_daily_spend,radio", t -> sales(t) + "," + tv(t) + "," + search(t)),
        "MMM-DATA-034",
        "'tv_avg_daily_spend'");
  }

  @Test
  void warnsOfMoreChannelsThanWereMeasured() {
    StringBuilder header = new StringBuilder("sales");
    for (int c = 0; c < 41; c++) {
      header.append(",c").append(c).append("_spend");
    }
    CheckedPanel read =
        TextData.read(
            file(
                header.toString(),
                t -> {
                  StringBuilder cells = new StringBuilder().append(sales(t));
                  for (int c = 0; c < 41; c++) {
                    cells.append(',').append((7 + 13 * c * t + 29 * t * t) % (97 + c));
                  }
                  return cells.toString();
                }));

    assertThat(TextData.codes(read)).contains("MMM-DATA-101");
  }
}
