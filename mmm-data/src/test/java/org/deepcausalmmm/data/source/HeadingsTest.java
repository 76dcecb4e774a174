package org.deepcausalmmm.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.shape.Joiner;
import org.deepcausalmmm.data.table.HeadingUnit;
import org.deepcausalmmm.data.table.TableReader;
import org.deepcausalmmm.data.table.TableWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headings and cells that say which day a date is, and which unit a number has. */
class HeadingsTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);

  private static String file(String header, IntFunction<String> cells) {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int t = 0; t < 60; t++) {
      text.append(cells.apply(t)).append('\n');
    }
    return text.toString();
  }

  private static String rest(int t) {
    return (3000 + 11 * t % 29) + "," + 13 * t % 17 * 50;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Week Ending",
        "W/E",
        "week_end",
        "WeekEnd",
        "Period End",
        "end_date",
        "W/E Date",
        "Reporting ends",
        "Wochenende bis",
        "fin de semaine",
        "end of week"
      })
  void datesWeeksByTheirFirstDayWhereTheHeadingSaysTheLast(String heading) {
    CheckedPanel read =
        TextData.read(
            file(heading + ",sales,tv", t -> FIRST.plusWeeks(t).plusDays(6) + "," + rest(t)));

    assertThat(read.panel().weeks().firstDate()).isEqualTo(FIRST);
    assertThat(TextData.codes(read)).contains("MMM-DATA-100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"week", "Week Of", "week_start", "Semaine du", "Week commencing", "date"})
  void keepsOtherDates(String heading) {
    CheckedPanel read =
        TextData.read(file(heading + ",sales,tv", t -> FIRST.plusWeeks(t) + "," + rest(t)));

    assertThat(read.panel().weeks().firstDate()).isEqualTo(FIRST);
    assertThat(TextData.codes(read)).doesNotContain("MMM-DATA-100");
  }

  @Test
  void takesTheConfigurationBeforeTheHeading() {
    String csv = file("Week Ending,sales,tv", t -> FIRST.plusWeeks(t) + "," + rest(t));

    assertThat(TextData.read(csv, "data: {week_date: first_day}").panel().weeks().firstDate())
        .isEqualTo(FIRST);
    assertThat(
            TextData.read(csv.replace("Week Ending", "week"), "data: {week_date: last_day}")
                .panel()
                .weeks()
                .firstDate())
        .isEqualTo(FIRST.minusDays(6));
  }

  @Test
  void readsItsOwnTidyTableAsTheSamePanel() {
    PreparedData data =
        TextData.prepared(
            file(
                "Week Ending,Sales ($M),TV spend ($K)",
                t -> FIRST.plusWeeks(t).plusDays(6) + "," + rest(t)),
            "{}");
    StringWriter tidy = new StringWriter();
    TableWriter.write(data.tidy().table(), data.tidyColumns(), tidy);
    CheckedPanel again = TextData.read(tidy.toString());

    assertThat(again.panel().weeks().firstDate()).isEqualTo(FIRST);
    assertThat(again.panel().outcome()[0]).isEqualTo(TextData.panel(data).panel().outcome()[0]);
    assertThat(again.panel().outcome()[0][1]).isEqualTo(3011e6);
    assertThat(again.panel().channels().get(0).exposure()[0][1]).isEqualTo(650e3);
    assertThat(again.panel().kpi()).isEqualTo("Sales");
  }

  @Test
  void joinsFilesThatDateTheirWeeksByOtherDays() {
    TableReader reader = new TableReader();
    Joiner joiner = new Joiner();
    var joined =
        joiner.join(
            List.of(
                reader.read(
                    "a.csv", file("week,sales", t -> FIRST.plusWeeks(t) + "," + (900 + t % 7))),
                reader.read(
                    "b.csv",
                    file("Week Ending,tv", t -> FIRST.plusWeeks(t).plusDays(6) + "," + t % 5))),
            List.of("week"));

    assertThat(joined.rows()).hasSize(60);
    assertThat(joined.rows().get(3).cells()).containsExactly(FIRST.plusWeeks(3) + "", "903", "3");
  }

  @ParameterizedTest
  @CsvSource({
    "Sales ($M),Sales,6",
    "Umsatz in TEUR,Umsatz,3",
    "Umsatz_TEUR,Umsatz,3",
    "Umsatz T€,Umsatz,3",
    "Impressions (000),Impressions,3",
    "TV Spend (000s),TV Spend,3",
    "spend in thousands,spend,3",
    "Revenue (Mio EUR),Revenue,6",
    "Revenue [EUR m],Revenue,6",
    "Ventas (millones),Ventas,6",
    "Sales $K,Sales,3",
    "Revenue (bn),Revenue,9"
  })
  void findsUnitsOfHeadings(String heading, String name, int power) {
    assertThat(HeadingUnit.of(heading)).isEqualTo(new HeadingUnit(name, power));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rain (mm)", "snow (m)", "tv_spend", "vitamin_k", "TV (T)", "page_k", "price ($)"})
  void findsNoUnitWhereItMeansSomethingElse(String heading) {
    assertThat(HeadingUnit.of(heading)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1.2K,1200",
    "3.4M,3400000",
    "$1.25M,1250000",
    "12 T€,12000",
    "1.5bn,1500000000",
    "2.5 Mio.,2500000",
    "7.5 Tsd. EUR,7500",
    "₹1.5 Cr,15000000",
    "₹2.5 L,250000"
  })
  void readsUnitsOfCells(String cell, double value) {
    CheckedPanel read =
        TextData.read(
            file(
                "week,sales,tv",
                t ->
                    "%s,%s,%d"
                        .formatted(
                            FIRST.plusWeeks(t),
                            t % 2 == 0 ? cell : cell.replaceFirst("\\d", "8"),
                            13 * t % 17 * 50)));

    assertThat(read.panel().outcome()[0][0]).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"25T,31T", "25 mil,31 mil", "1.2 Mio.,0.8", "1.2M,3", "1.2K,0.8"})
  void asksWhereUnitsAreUnclear(String one, String other) {
    assertThatThrownBy(
            () ->
                TextData.read(
                        file(
                            "week,sales,tv",
                            t ->
                                String.format(
                                    Locale.ROOT,
                                    "%s,%d,%s",
                                    FIRST.plusWeeks(t),
                                    900 + t % 7,
                                    t % 3 == 0 ? other : one)))
                    .usable())
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-DATA-008"));
  }

  @Test
  void putsHolidaysIntoTheWeekThatEndsAfterThem(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("data.csv");
    Files.writeString(
        file, file("Week Ending,sales,tv", t -> FIRST.plusWeeks(t).plusDays(6) + "," + rest(t)));
    Files.writeString(directory.resolve("h.csv"), "ds,holiday\n2023-12-25,Christmas\n");

    PreparedData data =
        new PreparedDataReader()
            .read(
                file,
                new ConfigurationReader().read("c.yaml", "data: {holidays: {file: h.csv}}"),
                RoleChoice.detected());

    int holiday = data.tidy().table().index("holiday_Christmas");
    assertThat(data.tidy().table().rows())
        .filteredOn(row -> !row.cells().get(holiday).equals("0"))
        .singleElement()
        .satisfies(row -> assertThat(row.cells().get(0)).isEqualTo("2023-12-25"));
  }

  @Test
  void takesNoMForMillionsBesideAnF() {
    List<String> headings = List.of("Visitors (M)", "Visitors (F)", "Sales (M)");

    assertThat(HeadingUnit.of("Visitors (M)", headings)).isNull();
    assertThat(HeadingUnit.of("Sales (M)", headings)).isEqualTo(new HeadingUnit("Sales", 6));
  }
}
