package org.deepcausalmmm.data.panel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.deepcausalmmm.data.Errors.assertError;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Weeks;
import org.junit.jupiter.api.Test;

class PanelBuilderTest {
  private static final Weeks WEEKS = Weeks.from(LocalDate.of(2024, 1, 1), 60);
  private final Random random = new Random(3);

  private double[] series() {
    return random.doubles(60, 1, 9).toArray();
  }

  private double[][] regional() {
    return new double[][] {series(), series()};
  }

  private PanelBuilder regionalBuilder() {
    return PanelBuilder.regional(List.of("north", "south"), WEEKS).outcome("sales", regional());
  }

  @Test
  void buildsANationalPanelInAFewLines() {
    double[] spend = series();
    Panel panel =
        PanelBuilder.national(WEEKS)
            .outcome("revenue", series())
            .channel("tv", spend, series())
            .channel("search", series())
            .control("price", series())
            .build();

    assertThat(panel.regions()).containsExactly("national");
    assertThat(panel.channelNames()).containsExactly("tv", "search");
    assertThat(requireNonNull(panel.channels().get(0).spend())[0]).isEqualTo(spend);
    assertThat(panel.kpi()).isEqualTo("revenue");
  }

  @Test
  void buildsARegionalPanelWithPaidChannelsFirst() {
    Panel panel =
        regionalBuilder()
            .organic("blog", regional())
            .exposure("radio", regional())
            .channel("tv", regional(), regional())
            .revenuePerKpi(regional())
            .population(5, 6)
            .build();

    assertThat(panel.channelNames()).containsExactly("radio", "tv", "blog");
    assertThat(panel.population()).containsExactly(5, 6);
  }

  @Test
  void copiesTheArrays() {
    double[] spend = series();
    Panel panel = PanelBuilder.national(WEEKS).outcome("y", series()).channel("tv", spend).build();
    double before = spend[0];
    spend[0] = 1000;

    assertThat(panel.channels().get(0).exposure()[0][0]).isEqualTo(before);
  }

  @Test
  void fillsUnknownValuesAndSaysSo() {
    double[][] spend = regional();
    spend[1][7] = Double.NaN;
    CheckedPanel checked = regionalBuilder().channel("tv", spend).check(13);

    assertThat(checked.usable().channels().get(0).exposure()[1][7]).isZero();
    assertThat(checked.report().findings()).anyMatch(f -> f.code().equals("MMM-DATA-043"));
  }

  @Test
  void refusesWhatAFileWouldBeRefusedFor() {
    double[][] negative = regional();
    negative[1][2] = -1;
    assertError(
        () -> regionalBuilder().channel("tv", negative),
        "MMM-DATA-017",
        "[1][2] (region south, week 2024-01-15)",
        "at least 0");
    double[][] infinite = regional();
    infinite[0][1] = Double.POSITIVE_INFINITY;
    assertError(
        () -> regionalBuilder().control("price", infinite), "MMM-DATA-009", "[0][1]", "NaN");
    assertError(
        () -> regionalBuilder().channel("tv", new double[2][60]).build(),
        "MMM-DATA-021",
        "'tv'",
        "Remove");
  }

  @Test
  void refusesArraysOfTheWrongShape() {
    assertError(
        () -> regionalBuilder().channel("tv", series()), "MMM-DATA-029", "1 regions", "[week]");
    assertError(
        () -> regionalBuilder().control("price", new double[2][59]),
        "MMM-DATA-029",
        "59 weeks in region north",
        "[week]");
    assertError(() -> regionalBuilder().population(1), "MMM-DATA-029", "1 values", "one value");
    assertError(
        () -> PanelBuilder.regional(List.of(), WEEKS), "MMM-DATA-029", "0 regions", "at least one");
  }

  @Test
  void refusesNamesThatStandTwiceAndPanelsWithoutOutcomeOrChannel() {
    assertError(
        () -> regionalBuilder().channel("tv", regional()).control("tv", regional()),
        "MMM-DATA-028",
        "'tv'",
        "Rename");
    assertError(
        () -> PanelBuilder.regional(List.of("a", "a"), WEEKS), "MMM-DATA-028", "regions", "name");
    assertError(() -> regionalBuilder().build(), "MMM-DATA-011", "no channel", "Add");
    assertError(
        () -> PanelBuilder.national(WEEKS).channel("tv", series()).build(),
        "MMM-DATA-011",
        "no outcome",
        "Add");
  }
}
