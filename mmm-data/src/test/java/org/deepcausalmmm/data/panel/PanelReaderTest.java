package org.deepcausalmmm.data.panel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.deepcausalmmm.data.Errors.assertError;

import java.time.LocalDate;
import java.util.List;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.Worlds;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PanelReaderTest {
  private static Worlds world() {
    return new Worlds(3, 60);
  }

  private static String date(String week) {
    return LocalDate.of(2024, 1, 1).plusWeeks(Integer.parseInt(week) - 1).toString();
  }

  private static void assertFinding(CheckedPanel checked, String code, String what) {
    assertThat(checked.report().findings())
        .anyMatch(f -> f.code().equals(code) && f.what().contains(what));
  }

  @Test
  void readsACleanTable() {
    CheckedPanel checked = world().read(13);
    Panel panel = checked.usable();

    assertThat(checked.report().rows()).isEqualTo(180);
    assertThat(checked.report().missing()).isZero();
    assertThat(checked.report().findings())
        .extracting(DataReport.Finding::code)
        .containsExactly(DataCode.RUNS_FROM_THE_START.code(), DataCode.ROLE_PROPOSED.code());
    assertThat(panel.regions()).containsExactly("a", "b", "c");
    assertThat(panel.weeks().labels()).hasSize(60).startsWith("1").endsWith("60");
    assertThat(panel.channelNames()).containsExactly("tv", "search");
    assertThat(panel.channels().get(1).exposureIsSpend()).isTrue();
    assertThat(panel.channels().get(1).spend()).isEqualTo(panel.channels().get(1).exposure());
    assertThat(panel.population()).containsExactly(1000, 2000, 3000);
  }

  @Test
  void readsWeeksThatAreDates() {
    Panel panel = world().setAll("week", row -> date(row.get("week"))).read(0).usable();

    assertThat(panel.weeks().label(0)).isEqualTo("2024-01-01");
    assertThat(panel.weeks().label(59)).isEqualTo("2025-02-17");
  }

  @Test
  void takesTheMidnightOfADateForTheDate() {
    Panel panel =
        world().setAll("week", row -> date(row.get("week")) + " 00:00:00").read(0).usable();

    assertThat(panel.weeks().label(0)).isEqualTo("2024-01-01");
  }

  @Test
  void addsDaysUpToWeeks() {
    CheckedPanel daily =
        new Worlds(3, 200)
            .setAll("week", r -> LocalDate.of(2024, 1, 1).plusDays(r.week() - 1).toString())
            .read(0);

    assertThat(daily.panel().weekCount()).isEqualTo(28);
    assertThat(daily.panel().weeks().label(0)).isEqualTo("2024-01-01");
    assertFinding(daily, "MMM-DATA-066", "are days");
  }

  @Test
  void keepsMonthsAsMonths() {
    CheckedPanel monthly =
        world()
            .setAll(
                "week",
                r ->
                    LocalDate.of(2020, 1, 31).plusMonths(r.week() - 1).withDayOfMonth(5).toString())
            .read(0);

    assertThat(monthly.usable().weeks().period()).isEqualTo(Period.MONTH);
    assertThat(monthly.panel().weeks().label(59)).isEqualTo("2024-12-01");
    assertFinding(monthly, "MMM-DATA-066", "are months");
  }

  @Test
  void alignsRegionsWhoseWeeksBeginOnAnotherWeekday() {
    CheckedPanel mixed =
        world()
            .setAll(
                "week",
                r ->
                    LocalDate.of(2024, 1, r.get("geo").equals("b") ? 7 : 8)
                        .plusWeeks(r.week() - 1)
                        .toString())
            .read(0);

    assertThat(mixed.usable().weekCount()).isEqualTo(60);
    assertFinding(mixed, "MMM-DATA-065", "begin on a Sunday in 'b'");
  }

  @Test
  void refusesDataThatAreFurtherApart() {
    Worlds fortnights =
        world()
            .setAll(
                "week",
                row ->
                    LocalDate.of(2024, 1, 1)
                        .plusWeeks(2 * Long.parseLong(row.get("week")))
                        .toString());
    assertError(
        () -> fortnights.read(0),
        "MMM-DATA-015",
        "at least 2 weeks apart",
        "Give weeks, months or days");
  }

  @Test
  void readsYearsWithWeeksAsIsoWeeks() {
    Worlds numbered =
        new Worlds(2, 104)
            .setAll(
                "week",
                row -> {
                  int week = Integer.parseInt(row.get("week")) - 1;
                  return Integer.toString((2023 + week / 52) * 100 + 1 + week % 52);
                });
    assertThat(numbered.read(0).usable().weeks().label(52)).isEqualTo("2024-01-01");
  }

  @Test
  void refusesAMistypedYear() {
    Worlds mistyped = world().setAll("week", row -> date(row.get("week")));
    mistyped.set("c", 60, "week", "2225-02-14");
    assertError(() -> mistyped.read(0), "MMM-DATA-015", "of which only", "mistyped year");
    assertError(
        () -> mistyped.read(0), "MMM-DATA-015", ", column 'week': 2225-02-14 lies", "mistyped");
    Worlds early = world().setAll("week", row -> date(row.get("week")));
    early.set("a", 3, "week", "1224-01-15");
    assertError(
        () -> early.read(0), "MMM-DATA-015", "line 4, column 'week': 1224-01-15", "mistyped");
  }

  @ParameterizedTest
  @CsvSource({"01/02/2024, 014", "2024-13-45, 014", "'', 018", "week 5, 014"})
  void refusesWeeksThatItCannotRead(String week, String number) {
    assertError(
        () -> world().setAll("week", r -> date(r.get("week"))).set("a", 2, "week", week).read(0),
        "MMM-DATA-" + number,
        "line 3, column 'week'",
        "");
  }

  @Test
  void refusesARowWithoutRegion() {
    assertError(
        () -> world().set("a", 2, "geo", "").read(0), "MMM-DATA-018", "line 3, column 'geo'", "");
  }

  @Test
  void namesBothLinesOfADuplicate() {
    assertError(
        () -> world().set("a", 2, "week", "1").read(0),
        "MMM-DATA-016",
        "lines 2 and 3 are both region a, week 1",
        "sum");
  }

  @Test
  void asksForTheRegionIfNationalWeeksRepeat() {
    DataConfig national =
        new DataConfig(
            null,
            "week",
            "revenue",
            null,
            null,
            List.of(new ChannelColumns("tv", "tv_spend", null)),
            List.of(),
            List.of());
    assertError(
        () -> new PanelReader().read(world().table(), national, 0),
        "MMM-DATA-016",
        "week 1",
        "data.geo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tv_spend", "tv_impressions"})
  void refusesNegativeSpendAndExposure(String column) {
    assertError(
        () -> world().set("b", 1, column, "-3").read(0),
        "MMM-DATA-017",
        "data.csv, line 62, column '" + column + "'",
        "refunds");
  }

  @Test
  void refusesTextInANumericColumn() {
    assertError(
        () -> world().set("b", 1, "price", "cheap").read(0),
        "MMM-DATA-007",
        "line 62, column 'price': 'cheap'",
        "");
  }

  @Test
  void refusesAMissingColumn() {
    DataConfig roles =
        new DataConfig(
            "geo",
            "week",
            "revenu",
            null,
            null,
            List.of(new ChannelColumns("tv", "tv_spend", null)),
            List.of(),
            List.of());
    assertError(
        () -> new PanelReader().read(world().table(), roles, 0),
        "MMM-DATA-010",
        "no column 'revenu'",
        "'revenue'");
  }

  @Test
  void refusesAColumnWithTwoRoles() {
    DataConfig roles =
        new DataConfig(
            "geo",
            "week",
            "revenue",
            null,
            null,
            List.of(new ChannelColumns("tv", "tv_spend", null)),
            List.of(),
            List.of("tv_spend"));
    assertError(
        () -> new PanelReader().read(world().table(), roles, 0),
        "MMM-DATA-013",
        "spend of tv and control",
        "one role");
  }

  @Test
  void refusesTwoChannelsOfOneName() {
    DataConfig roles =
        new DataConfig(
            "geo",
            "week",
            "revenue",
            null,
            null,
            List.of(new ChannelColumns("tv", "tv_spend", null)),
            List.of(new ChannelColumns("tv", null, "search_spend")),
            List.of());
    assertError(
        () -> new PanelReader().read(world().table(), roles, 0), "MMM-DATA-028", "'tv'", "Rename");
  }

  @Test
  void masksAbsentRowsAndEstimatesTheirExposure() {
    CheckedPanel checked = world().remove("b", 1).remove("b", 2).read(0);
    Panel panel = checked.usable();

    assertThat(panel.observed(1, 0)).isFalse();
    assertThat(panel.channels().get(0).exposure()[1]).doesNotContain(0, Double.NaN);
    assertThat(panel.controls().get(0).value()[1][0])
        .isEqualTo(panel.controls().get(0).value()[1][2]);
    assertThat(checked.report().missing()).isEqualTo(2);
    assertFinding(checked, "MMM-DATA-041", "2 of 180 region-weeks have no row: b (2)");
  }

  @Test
  void reportsWeeksWithoutAnyRow() {
    CheckedPanel checked = world().remove("a", 7).remove("b", 7).remove("c", 7).read(0);

    assertThat(checked.panel().weekCount()).isEqualTo(60);
    assertFinding(checked, "MMM-DATA-049", "7");
  }

  @Test
  void fillsEmptyCellsAndSaysSo() {
    CheckedPanel checked =
        world()
            .set("a", 5, "revenue", "")
            .set("a", 6, "tv_spend", "")
            .set("a", 10, "price", "4")
            .set("a", 11, "price", "")
            .set("a", 12, "price", "6")
            .set("a", 20, "value", "NA")
            .read(0);
    Panel panel = checked.usable();

    assertThat(panel.observed(0, 4)).isFalse();
    assertThat(requireNonNull(panel.channels().get(0).spend())[0][5]).isZero();
    assertThat(panel.controls().get(0).value()[0][10]).isEqualTo(5);
    assertThat(requireNonNull(panel.revenuePerKpi())[0][19]).isBetween(2.0, 3.0);
    assertThat(checked.report().missing()).isEqualTo(4);
    assertFinding(checked, "MMM-DATA-042", "1 cells of 'revenue'");
    assertFinding(checked, "MMM-DATA-043", "Spend of channel 'tv' is empty in 1");
    assertFinding(checked, "MMM-DATA-044", "Control 'price' is empty in 1");
    assertFinding(checked, "MMM-DATA-060", "empty in 1");
  }

  @Test
  void givesARegionWithoutAControlTheMeanOfTheOthers() {
    Worlds world = world();
    for (int t = 1; t <= 60; t++) {
      world.set("b", t, "price", "");
    }
    double[][] price = world.read(0).usable().controls().get(0).value();

    assertThat(price[1][30]).isEqualTo((price[0][30] + price[2][30]) / 2);
  }

  @Test
  void refusesAControlWithoutValuesAndBadFactsOfRegions() {
    assertError(
        () -> world().setAll("price", r -> "").read(0), "MMM-DATA-030", "Control 'price'", "");
    CheckedPanel without =
        world().setAll("population", r -> r.get("geo").equals("b") ? "" : "5").read(0);
    assertThat(without.usable().regions()).containsExactly("a", "c");
    assertFinding(without, "MMM-DATA-069", "'b'");
    assertError(
        () -> world().set("b", 4, "value", "0").read(0), "MMM-DATA-026", "region b, week 4", "");
    assertError(() -> world().setAll("value", r -> "").read(0), "MMM-DATA-026", "empty", "");
  }

  @Test
  void takesTheMeanOfAPopulationThatVaries() {
    CheckedPanel checked = world().set("a", 60, "population", "1600").read(0);

    assertThat(requireNonNull(checked.usable().population())[0]).isEqualTo(1010);
    assertFinding(checked, "MMM-DATA-059", "region a");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 60, 100})
  void refusesAHoldoutThatLeavesNothing(int holdout) {
    assertError(() -> world().read(holdout), "MMM-DATA-027", "held out of 60", "fewer weeks");
  }
}
