package org.deepcausalmmm.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.Scaling;
import org.deepcausalmmm.core.model.ScenarioSeries;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.config.ExperimentConfig;
import org.deepcausalmmm.data.config.ExperimentConfig.ExperimentKind;
import org.deepcausalmmm.data.config.ExperimentConfig.ExperimentResult;
import org.deepcausalmmm.data.config.ExperimentConfig.TestSpend;
import org.deepcausalmmm.data.config.ExperimentConfig.Treatment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExperimentsTest {
  private static final int WEEKS = 60;
  private static final int DARK_FROM = 30;

  /**
   * Two regions; tv spends 10 a week in "a" and 20 in "b", and nothing in "a" in weeks 30 to 33.
   */
  private static Panel panel() {
    double[][] spend = new double[2][WEEKS];
    double[][] other = new double[2][WEEKS];
    double[][] outcome = new double[2][WEEKS];
    for (int t = 0; t < WEEKS; t++) {
      spend[0][t] = t >= DARK_FROM && t < DARK_FROM + 4 ? 0 : 10;
      spend[1][t] = 20;
      Arrays.fill(other[0], 5);
      Arrays.fill(other[1], 5);
      outcome[0][t] = 100;
      outcome[1][t] = 300;
    }
    return new Panel(
        List.of("a", "b"),
        Weeks.from(LocalDate.of(2023, 1, 2), WEEKS),
        outcome,
        List.of(
            new Panel.Channel("tv", spend, spend, true),
            new Panel.Channel("search", other, other, true)),
        List.of(),
        null,
        null,
        "sales");
  }

  private static ExperimentConfig config(
      ExperimentKind kind, String region, int from, int to, @Nullable TestSpend spend) {
    Weeks weeks = panel().weeks();
    return new ExperimentConfig(
        "test " + kind + from,
        "tv",
        new Treatment(kind, List.of(region), weeks.label(from), weeks.label(to), 2, spend),
        new ExperimentResult(-50, 10, ""));
  }

  private static List<SimulatedExperiment> simulated(
      StructuralEquations equations, double timeVariation, ExperimentConfig... configs) {
    Panel panel = panel();
    Scaling scaling = Scaling.of(panel, WEEKS);
    double[][][] exposure = new double[2][][];
    for (int c = 0; c < 2; c++) {
      exposure[c] = scaling.relativeExposure(panel.channels().get(c).exposure(), c);
    }
    return Experiments.of(List.of(configs), panel, scaling, equations)
        .withTimeVariation(timeVariation)
        .simulated(
            exposure, ExposureOrigins.of(panel, exposure, equations, EarlierExposure.NONE), 5);
  }

  private static StructuralEquations independent() {
    return StructuralEquations.independent(2);
  }

  @Test
  void withoutAGoDarkTestTheUsualExposureGoesOn() {
    SimulatedExperiment dark =
        simulated(
                independent(),
                0,
                config(ExperimentKind.GO_DARK, "a", DARK_FROM, DARK_FROM + 3, null))
            .get(0);
    double usual = 10 / (10 * 56.0 / 60);
    ScenarioSeries tv = dark.without().get(0);
    assertThat(dark.without()).hasSize(1);
    assertThat(tv.regions()).containsExactly(0);
    assertThat(tv.weeks()).isEqualTo(6);
    assertThat(tv.padded()[0]).hasSize(11);
    for (double exposure : tv.padded()[0]) {
      assertThat(exposure).isCloseTo(usual, within(1e-12));
    }
    assertThat(tv.weight()[0]).containsOnly(100);
    assertThat(dark.factual()[DARK_FROM - 1]).isZero();
    assertThat(dark.factual()[DARK_FROM]).isEqualTo(100);
    assertThat(dark.factual()[DARK_FROM + 6]).isZero();
  }

  @Test
  void configuredSpendScalesTheUsualExposureAndAHeavyUp() {
    double usual = 10 / (10 * 56.0 / 60);
    TestSpend half = new TestSpend(0, 20);
    assertThat(
            simulated(
                    independent(),
                    0,
                    config(ExperimentKind.GO_DARK, "a", DARK_FROM, DARK_FROM + 3, half))
                .get(0)
                .without()
                .get(0)
                .padded()[0][5])
        .isCloseTo(usual / 2, within(1e-12));
    ScenarioSeries up =
        simulated(
                independent(),
                0,
                config(ExperimentKind.HEAVY_UP, "b", 10, 12, new TestSpend(60, 45)))
            .get(0)
            .without()
            .get(0);
    assertThat(up.padded()[0]).containsExactly(1, 1, 1, 1, 1, 0.75, 0.75, 0.75, 1, 1);
  }

  @Test
  void drivenChannelsFollow() {
    StructuralEquations driven =
        new StructuralEquations(
            new double[] {1, 1}, List.of(new Edge(0, 1, 0.2, 0.5, Edge.Kind.CAUSAL)));
    SimulatedExperiment users =
        simulated(driven, 0, config(ExperimentKind.USER_LEVEL, "b", 10, 12, null)).get(0);
    assertThat(users.without()).hasSize(2);
    assertThat(users.without().get(0).padded()[0]).containsExactly(1, 1, 1, 1, 1, 0, 0, 0, 1, 1);
    assertThat(users.without().get(1).padded()[0][5]).isCloseTo(1 - 0.1, within(1e-12));
    assertThat(users.without().get(1).padded()[0][9]).isBetween(0.93, 0.99);
  }

  @Test
  void timeVariationWidensAnExperimentFarFromTheMiddleMore() {
    ExperimentConfig early = config(ExperimentKind.USER_LEVEL, "b", 2, 4, null);
    ExperimentConfig middle = config(ExperimentKind.USER_LEVEL, "b", 28, 30, null);
    assertThat(simulated(independent(), 0, early).get(0).variance()).isEqualTo(100);
    double wide = simulated(independent(), 0.3, early).get(0).variance();
    double less = simulated(independent(), 0.3, middle).get(0).variance();
    assertThat(wide).isGreaterThan(1.2 * less);
    assertThat(less).isGreaterThan(100);
  }

  @Test
  void whatCannotBeSimulatedIsRefused() {
    refused("401", config(ExperimentKind.GO_DARK, "c", DARK_FROM, DARK_FROM + 3, null));
    refused("402", config(ExperimentKind.GO_DARK, "a", WEEKS - 3, WEEKS - 1, null));
    refused("402", config(ExperimentKind.GO_DARK, "a", DARK_FROM + 3, DARK_FROM, null));
    refused("402", config(ExperimentKind.GO_DARK, "a", 70, 71, null));
    refused("403", config(ExperimentKind.GO_DARK, "b", 20, 22, null));
    refused(
        "404",
        config(ExperimentKind.GO_DARK, "a", DARK_FROM, DARK_FROM + 3, null),
        config(ExperimentKind.USER_LEVEL, "a", DARK_FROM - 2, DARK_FROM, null));
  }

  private static void refused(String code, ExperimentConfig... configs) {
    assertThatThrownBy(() -> simulated(independent(), 0, configs))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-CONFIG-" + code));
  }

  @Test
  void aFitOfFewerWeeksKnowsNoLaterExperiment() {
    ExperimentConfig early = config(ExperimentKind.USER_LEVEL, "b", 2, 4, null);
    ExperimentConfig late = config(ExperimentKind.USER_LEVEL, "b", 50, 54, null);
    assertThat(Experiments.within(List.of(early, late), panel(), 56)).containsExactly(early);
    assertThat(Experiments.within(List.of(early, late), panel(), 57)).containsExactly(early, late);
  }
}
