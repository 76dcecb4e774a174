package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.analysis.Contribution;
import org.deepcausalmmm.core.analysis.Counterfactuals;
import org.deepcausalmmm.core.analysis.Prediction;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Gaps;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FitterTest {
  private static final SmallWorld WORLD = SmallWorld.of(12, 104, 4, 0.03, 5);
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));
  private static FittedModel fitted;
  private static Counterfactuals counterfactuals;

  @BeforeAll
  static void fit() {
    fitted = fit(WORLD.panel(), FitConfig.defaults().withDraws(100));
    counterfactuals = counterfactuals(fitted);
  }

  private static FittedModel fit(Panel panel, FitConfig config) {
    DataConfig data =
        new DataConfig("geo", "week", "sales", null, null, List.of(), List.of(), List.of());
    Configuration configuration = new Configuration(data, ModelConfig.defaults(), config);
    return FITTER.fit(panel, new DataReport(0, 0, List.of()), configuration, Progress.SILENT);
  }

  private static Counterfactuals counterfactuals(FittedModel model) {
    return new Counterfactuals(
        ComputeEngine.start("cpu", 2), model, FITTER.mediaModel(model), Progress.SILENT);
  }

  @Test
  void rejectsAPanelThatWasCheckedForAnotherHoldout() {
    CheckedPanel checked =
        new CheckedPanel(WORLD.panel(), new DataReport(0, 0, List.of()), Gaps.none(), 0);

    assertThatThrownBy(
            () ->
                FITTER.fit(
                    checked,
                    ModelConfig.defaults(),
                    FitConfig.defaults().withHoldout(13),
                    Progress.SILENT))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-USAGE-022"));
  }

  @Test
  void recoversContributionsOfAKnownWorld() {
    List<ChannelEffect> channels = counterfactuals.channels();
    double error = 0;
    for (int c = 0; c < channels.size(); c++) {
      double truth = WORLD.contribution()[c];
      error += Math.abs(channels.get(c).contribution().mean() / truth - 1) / channels.size();
    }
    assertThat(error).isLessThan(0.25);
  }

  @Test
  void contributionsSumToThePrediction() {
    Prediction prediction = counterfactuals.prediction();
    List<Contribution> series = counterfactuals.contributions();
    for (int r = 0; r < WORLD.panel().regionCount(); r++) {
      for (int t = 0; t < WORLD.panel().weekCount(); t++) {
        double sum = 0;
        for (Contribution one : series) {
          sum += one.value()[r][t];
        }
        double predicted = prediction.mean()[r][t];
        assertThat(sum).isCloseTo(predicted, org.assertj.core.data.Percentage.withPercentage(1e-4));
      }
    }
  }

  @Test
  void coversMostOutcomesByTheirIntervals() {
    Prediction prediction = counterfactuals.prediction();
    int inside = 0;
    int cells = 0;
    for (int r = 0; r < WORLD.panel().regionCount(); r++) {
      for (int t = 0; t < WORLD.panel().weekCount(); t++) {
        double y = WORLD.panel().outcome()[r][t];
        inside += y >= prediction.lower()[r][t] && y <= prediction.upper()[r][t] ? 1 : 0;
        cells++;
      }
    }
    assertThat((double) inside / cells).isBetween(0.84, 0.99);
  }

  @Test
  void responseCurveStartsAtZeroRisesAndPassesTheContribution() {
    counterfactuals
        .responseCurves()
        .forEach(
            curve -> {
              assertThat(curve.points().get(0).outcome().mean()).isZero();
              assertThat(curve.points().get(3).multiplier()).isEqualTo(0.3);
              for (int i = 1; i < curve.points().size(); i++) {
                assertThat(curve.points().get(i).outcome().mean())
                    .isGreaterThanOrEqualTo(curve.points().get(i - 1).outcome().mean());
              }
            });
  }

  @Test
  void doesNotDependOnTheHoldout() {
    FitConfig config = FitConfig.defaults().withHoldout(13).withQuick(true).withDraws(40);
    FittedModel clean = fit(WORLD.panel(), config);
    FittedModel poisoned = fit(poisoned(WORLD.panel(), 13), config);
    assertThat(poisoned.theta()).containsExactly(clean.theta());
    for (int draw = 0; draw < clean.draws().length; draw++) {
      assertThat(poisoned.draws()[draw]).containsExactly(clean.draws()[draw]);
    }
  }

  @Test
  void aChannelWithoutExposureInTrainingHasNoContribution() {
    int holdout = 8;
    Panel panel = WORLD.panel();
    double[][] exposure = new double[panel.regionCount()][panel.weekCount()];
    for (double[] row : exposure) {
      Arrays.fill(row, panel.weekCount() - holdout, panel.weekCount(), 500);
    }
    List<Panel.Channel> channels = new ArrayList<>(panel.channels());
    channels.set(0, new Panel.Channel("late", exposure, exposure, true));
    FittedModel late =
        fit(
            panel.withChannels(channels),
            FitConfig.defaults().withHoldout(holdout).withQuick(true).withDraws(40));
    Counterfactuals media = counterfactuals(late);
    Contribution brought =
        media.contributions().stream()
            .filter(c -> c.component().endsWith("late"))
            .findFirst()
            .orElseThrow();
    assertThat(Arrays.stream(brought.value()).flatMapToDouble(Arrays::stream)).containsOnly(0.0);
    double[] outcomes =
        Arrays.stream(panel.outcome()).flatMapToDouble(Arrays::stream).sorted().toArray();
    assertThat(Arrays.stream(media.prediction().mean()).flatMapToDouble(Arrays::stream))
        .allMatch(y -> y > 0 && y < 2 * outcomes[outcomes.length - 1]);
  }

  private static Panel poisoned(Panel panel, int holdout) {
    double[][] outcome = new double[panel.regionCount()][];
    for (int r = 0; r < outcome.length; r++) {
      outcome[r] = panel.outcome()[r].clone();
      for (int t = panel.weekCount() - holdout; t < panel.weekCount(); t++) {
        outcome[r][t] = 1e12;
      }
    }
    return new Panel(
        panel.regions(),
        panel.weeks(),
        outcome,
        panel.channels(),
        panel.controls(),
        null,
        null,
        panel.kpi());
  }
}
