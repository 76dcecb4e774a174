package org.deepcausalmmm.data.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deepcausalmmm.data.Errors.assertError;

import java.util.function.Function;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataReport.Severity;
import org.deepcausalmmm.data.Worlds;
import org.junit.jupiter.api.Test;

class PanelChecksTest {
  private static Worlds world() {
    return new Worlds(3, 60);
  }

  private static Function<Worlds.Cells, String> fromWeek(int week, String value) {
    return row -> row.week() >= week ? value : "0";
  }

  private static void assertWarning(CheckedPanel checked, String code, String what) {
    assertThat(checked.report().findings())
        .anyMatch(
            f ->
                f.code().equals(code)
                    && f.what().contains(what)
                    && f.severity() != Severity.ERROR
                    && !f.advice().isBlank());
    checked.usable();
  }

  private static void assertFault(CheckedPanel checked, String code, String what, String advice) {
    assertThat(checked.report().findings().get(0).severity()).isEqualTo(Severity.ERROR);
    assertError(checked::usable, code, what, advice);
  }

  @Test
  void refusesAChannelThatIsAlwaysZero() {
    assertFault(
        world().setAll("search_spend", r -> "0").read(0),
        "MMM-DATA-021",
        "Channel 'search' is 0 in every week",
        "Remove it");
  }

  @Test
  void refusesAChannelThatNeverVaries() {
    assertFault(
        world().setAll("search_spend", r -> r.get("geo").equals("a") ? "5" : "7").read(0),
        "MMM-DATA-022",
        "Channel 'search' never varies",
        "baseline");
  }

  @Test
  void warnsOfAChannelThatVariesOnlyInTheHoldout() {
    CheckedPanel checked = world().setAll("search_spend", r -> r.week() > 50 ? "9" : "5").read(10);
    assertWarning(checked, "MMM-DATA-022", "varies only in the weeks held out");
  }

  @Test
  void warnsOfAChannelThatIsOnOnlyInTheHoldout() {
    assertWarning(
        world().setAll("search_spend", fromWeek(51, "9")).read(10), "MMM-DATA-054", "'search'");
  }

  @Test
  void warnsOfAChannelThatIsOnOnlyBehindTheLastOutcome() {
    Worlds world = world().setAll("search_spend", fromWeek(51, "9"));
    world.setAll("revenue", row -> row.week() > 50 ? "" : row.get("revenue"));
    assertWarning(world.read(0), "MMM-DATA-054", "'search'");
  }

  @Test
  void warnsOfMarketingThatStandsFarFromItsOtherWeeks() {
    assertThat(world().read(0).report().findings()).noneMatch(f -> f.code().equals("MMM-DATA-061"));
    assertWarning(
        world().set("b", 30, "search_spend", "99999").read(0),
        "MMM-DATA-061",
        "'search' is far from its other weeks in: region b week 30 (spend 99999.0)");
    Worlds costly = world();
    costly.set("a", 12, "tv_spend", "1000").set("a", 12, "tv_impressions", "1");
    assertWarning(costly.read(0), "MMM-DATA-061", "region a week 12 (spend 1000.0");
  }

  @Test
  void warnsOfAControlThatFollowsAChannel() {
    assertThat(world().read(0).report().findings()).noneMatch(f -> f.code().equals("MMM-DATA-076"));
    assertWarning(
        world()
            .setAll(
                "price", r -> Double.toString(3 + 2 * Double.parseDouble(r.get("tv_impressions"))))
            .read(0),
        "MMM-DATA-076",
        "control 'price' with channel 'tv' by 1.000");
  }

  @Test
  void saysThatEarlierWeeksAreMissingWhereMarketingRunsFromTheStart() {
    assertThat(world().read(0).report().findings())
        .anyMatch(f -> f.code().equals("MMM-DATA-062") && f.what().contains("tv"));
    Worlds earlier = world();
    earlier.setAll("revenue", row -> row.week() <= 8 ? "" : row.get("revenue"));
    assertThat(earlier.read(0).report().findings()).noneMatch(f -> f.code().equals("MMM-DATA-062"));
  }

  @Test
  void warnsOfAChannelThatIsSeldomOn() {
    assertWarning(
        world().setAll("search_spend", fromWeek(59, "9")).read(0),
        "MMM-DATA-053",
        "'search' is on in 6 of 180");
  }

  @Test
  void warnsOfChannelsThatMoveTogether() {
    CheckedPanel checked =
        world()
            .setAll("search_spend", r -> "" + 3 * Double.parseDouble(r.get("tv_impressions")))
            .read(0);
    assertWarning(checked, "MMM-DATA-055", "'tv' and 'search' correlate by 1.000");
  }

  @Test
  void doesNotTakeTheSizeOfRegionsForCollinearity() {
    CheckedPanel checked =
        world()
            .setAll("tv_impressions", r -> scaled(r, "tv_impressions"))
            .setAll("search_spend", r -> scaled(r, "search_spend"))
            .read(0);
    assertThat(checked.report().findings()).noneMatch(f -> f.code().equals("MMM-DATA-055"));
  }

  private static String scaled(Worlds.Cells row, String column) {
    double size = Math.pow(1000, row.get("geo").charAt(0) - 'a');
    return "" + size * Double.parseDouble(row.get(column));
  }

  @Test
  void refusesFewerWeeksThanAFitNeeds() {
    assertFault(new Worlds(3, 25).read(0), "MMM-DATA-019", "25 weeks to fit", "two years");
    assertFault(
        new Worlds(3, 30).read(5), "MMM-DATA-019", "25 weeks to fit (and 5", "hold out fewer");
    assertThat(new Worlds(3, 26).read(0).usable().weekCount()).isEqualTo(26);
  }

  @Test
  void refusesFewerOutcomesThanParametersCanBear() {
    assertFault(
        new Worlds(1, 38).read(0), "MMM-DATA-020", "38 outcomes are known", "join channels");
    assertThat(new Worlds(1, 39).read(0).usable().weekCount()).isEqualTo(39);
  }

  @Test
  void refusesAnOutcomeThatTellsNothing() {
    assertFault(
        world().setAll("revenue", r -> "7").read(0), "MMM-DATA-023", "'revenue'", "right column");
    assertFault(
        world().setAll("revenue", r -> "0").read(0), "MMM-DATA-031", "'revenue'", "right column");
    assertFault(
        world()
            .setAll(
                "revenue", r -> r.get("geo").equals("b") && r.week() <= 47 ? "" : r.get("revenue"))
            .read(13),
        "MMM-DATA-024",
        "fitting in: b",
        "Remove these regions");
  }

  @Test
  void warnsOfRegionsWithAShortHistory() {
    Worlds world = world();
    for (int t = 1; t <= 20; t++) {
      world.remove("b", t);
    }
    assertWarning(world.read(0), "MMM-DATA-047", "b (40)");
  }

  @Test
  void warnsOfManyMissingOutcomes() {
    CheckedPanel checked =
        world().setAll("revenue", r -> r.week() % 4 == 0 ? "" : r.get("revenue")).read(0);
    assertWarning(checked, "MMM-DATA-048", "Only 135 of 180");
  }

  @Test
  void warnsOfOutcomesThatAreZeroForWeeks() {
    Worlds world = world();
    for (int t = 10; t <= 13; t++) {
      world.set("b", t, "revenue", "0");
    }
    assertWarning(world.read(0), "MMM-DATA-051", "b (weeks 10 to 13)");
  }

  @Test
  void warnsOfNegativeAndOutlyingOutcomes() {
    CheckedPanel checked =
        world().set("a", 30, "revenue", "-5").set("c", 40, "revenue", "99999").read(0);
    assertWarning(checked, "MMM-DATA-052", "region a week 30 (-5.0)");
    assertWarning(checked, "MMM-DATA-050", "region c week 40 (99999.0)");
  }

  @Test
  void comparesSpendWithExposure() {
    CheckedPanel checked =
        world().set("a", 3, "tv_spend", "0").set("a", 4, "tv_impressions", "0").read(0);
    assertWarning(checked, "MMM-DATA-056", "'tv' has spend without exposure in 1");
    assertWarning(checked, "MMM-DATA-057", "'tv' has exposure without spend in 1");
  }

  @Test
  void warnsOfAControlThatDoesNotVary() {
    assertWarning(world().setAll("price", r -> "5").read(0), "MMM-DATA-058", "'price'");
  }

  @Test
  void putsErrorsFirst() {
    CheckedPanel checked =
        world().set("a", 3, "tv_spend", "").setAll("search_spend", r -> "0").read(0);
    assertThat(checked.report().findings()).extracting(f -> f.severity()).isSorted();
  }
}
