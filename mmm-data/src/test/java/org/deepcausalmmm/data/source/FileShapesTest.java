package org.deepcausalmmm.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.Period;
import org.junit.jupiter.api.Test;

/** Shapes in which analysts keep their data, as a check without a configuration reads them. */
class FileShapesTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);

  /** The cells of a region and week, behind week and region. */
  private interface Cells {
    String at(int region, int week);
  }

  private static String usual(int region, int week) {
    return (900 + 100 * region + (7 * week + region) % 11)
        + ","
        + (13 * week + 5 * region) % 17
        + ","
        + (100 + (3 * week + region) % 23);
  }

  private static String regional(String header, List<String> regions, Cells cells) {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int r = 0; r < regions.size(); r++) {
      for (int t = 0; t < 60; t++) {
        text.append(FIRST.plusWeeks(t)).append(',').append(regions.get(r)).append(',');
        text.append(cells.at(r, t)).append('\n');
      }
    }
    return text.toString();
  }

  private static String usual(String... regions) {
    return regional(
        "week,geo,sales,tv_spend,search_spend", List.of(regions), FileShapesTest::usual);
  }

  private static void refused(String csv, String code, String what) {
    assertThatThrownBy(() -> TextData.read(csv))
        .hasMessageContaining(what)
        .extracting(e -> ((MmmException) e).code())
        .isEqualTo(code);
  }

  @Test
  void alignsTheRegionWhoseWeeksBeginOnAnotherDay() {
    String file = usual("north", "south", "west");
    String shifted =
        file.lines()
            .map(
                line ->
                    line.contains(",west,")
                        ? LocalDate.parse(line.substring(0, 10)).minusDays(1) + line.substring(10)
                        : line)
            .reduce("", (a, b) -> a + b + "\n");

    CheckedPanel read = TextData.read(shifted);

    assertThat(read.panel().weekCount()).isEqualTo(60);
    assertThat(read.panel().outcome()).isDeepEqualTo(TextData.read(file).panel().outcome());
    assertThat(TextData.codes(read)).contains("MMM-DATA-065");
  }

  @Test
  void leavesOutTheRegionThatIsTheSumOfTheOthers() {
    String file =
        regional(
            "week,geo,sales,tv_spend",
            List.of("north", "south", "Total"),
            (r, t) ->
                r < 2
                    ? (900 + 100 * r + 7 * t % 11) + "," + (13 * t + r) % 17
                    : (1900 + 2 * (7 * t % 11)) + "," + ((13 * t) % 17 + (13 * t + 1) % 17));

    CheckedPanel read = TextData.read(file);

    assertThat(read.panel().regions()).containsExactly("north", "south");
    assertThat(TextData.codes(read)).contains("MMM-DATA-063");
  }

  @Test
  void leavesOutTheRegionWithoutOutcome() {
    CheckedPanel read =
        TextData.read(
            regional(
                "week,geo,sales,tv_spend,search_spend",
                List.of("north", "south", "west"),
                (r, t) -> r == 1 ? "0,0,0" : usual(r, t)));

    assertThat(read.panel().regions()).containsExactly("north", "west");
    assertThat(TextData.codes(read)).contains("MMM-DATA-069");
  }

  @Test
  void saysWhetherTwoRowsAreCopies() {
    String file = usual("north", "south");
    String row = file.lines().skip(5).findFirst().orElseThrow();

    refused(file + row + "\n", "MMM-DATA-016", "exact copies");
    refused(file + row + "9\n", "MMM-DATA-016", "are both region north");
    assertThat(TextData.read(file + row + "\n", "data: {duplicates: drop}").panel().outcome())
        .isDeepEqualTo(TextData.read(file).panel().outcome());
  }

  @Test
  void refusesTwoCurrenciesInCellsOrHeadings() {
    refused(
        regional(
            "week,geo,sales,tv_spend,search_spend",
            List.of("north"),
            (r, t) -> (900 + t % 7) + ",$" + (5 + t % 9) + ",€" + (4 + t % 8)),
        "MMM-DATA-036",
        "EUR, USD");
    refused(
        usual("north").replace("tv_spend,search_spend", "tv_spend_usd,search_spend_gbp"),
        "MMM-DATA-036",
        "GBP, USD");
  }

  @Test
  void takesAGroupInPlaceOfItsColumns() {
    CheckedPanel read =
        TextData.read(
            usual("north").replace("tv_spend,search_spend", "youtube_spend,ctv_spend"),
            "data: {groups: {video_spend: [youtube_spend, ctv_spend]}}");

    assertThat(read.panel().channelNames()).containsExactly("video");
    assertThat(read.panel().channels().get(0).exposure()[0][1]).isEqualTo(13 + 103.0);
  }

  @Test
  void asksForAnEncodingThatIsNotUtf8() {
    String file = usual("Köln", "München");

    assertThatThrownBy(() -> TextData.prepared(file, StandardCharsets.ISO_8859_1, "{}"))
        .hasMessageContaining("not text in UTF-8");
    PreparedData declared =
        TextData.prepared(file, StandardCharsets.ISO_8859_1, "data: {encoding: latin1}");
    assertThat(TextData.panel(declared).panel().regions()).containsExactly("Köln", "München");
  }

  @Test
  void keepsMonthsAndSumsDays() {
    StringBuilder months = new StringBuilder("month,sales,tv\n");
    for (int t = 0; t < 36; t++) {
      months.append(FIRST.withDayOfMonth(1).plusMonths(t)).append(',').append(900 + 7 * t % 11);
      months.append(',').append(13 * t % 17).append('\n');
    }
    StringBuilder days = new StringBuilder("date,sales,tv,temperature\n");
    for (int t = 0; t < 400; t++) {
      days.append(FIRST.plusDays(t)).append(",10,").append(t % 7 == 0 ? t / 7 % 5 : 0);
      days.append(',').append(15 + t % 7).append('\n');
    }

    CheckedPanel monthly = TextData.read(months.toString());
    CheckedPanel daily =
        TextData.read(
            days.toString(),
            "data: {time: date, outcome: sales, channels: [tv], controls: [temperature]}");

    assertThat(monthly.panel().weeks().period()).isEqualTo(Period.MONTH);
    assertThat(monthly.panel().weekCount()).isEqualTo(36);
    assertThat(daily.panel().weekCount()).isEqualTo(57);
    assertThat(daily.panel().outcome()[0][0]).isEqualTo(70);
    assertThat(daily.panel().channels().get(0).exposure()[0]).startsWith(0, 1, 2, 3, 4, 0);
    assertThat(daily.panel().controls().get(0).value()[0][0]).isCloseTo(18, within(1e-9));
    assertThat(TextData.codes(daily)).contains("MMM-DATA-066");
  }

  @Test
  void readsAValueOfTheOutcomeThatVariesOverTime() {
    CheckedPanel read =
        TextData.read(
            regional(
                "week,geo,conversions,revenue_per_conversion,tv_spend",
                List.of("north"),
                (r, t) -> (900 + t % 7) + "," + (20 + t) + "," + t % 5));

    double[][] value = read.panel().revenuePerKpi();
    assertThat(value).isNotNull();
    assertThat(value[0][0]).isEqualTo(20);
    assertThat(value[0][59]).isEqualTo(79);
  }

  @Test
  void asksBetweenNamesThatDifferByCaseOnly() {
    refused(
        usual("north").replace("tv_spend,search_spend", "tv_spend,TV_Spend"),
        "MMM-DATA-034",
        "'TV_Spend'");
    assertThat(
            TextData.codes(
                TextData.read(
                    usual("north").replace("tv_spend,search_spend", "tv_spend,TV_Spend"),
                    """
                    data:
                      geo: geo
                      time: week
                      outcome: sales
                      channels: [tv_spend]
                      controls: [TV_Spend]
                    """)))
        .contains("MMM-DATA-075");
  }
}
