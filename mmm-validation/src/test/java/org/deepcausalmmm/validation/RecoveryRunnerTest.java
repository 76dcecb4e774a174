package org.deepcausalmmm.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;
import org.deepcausalmmm.validation.TrialResult.Failed;
import org.deepcausalmmm.validation.TrialResult.Recovered;
import org.junit.jupiter.api.Test;

class RecoveryRunnerTest {
  private static final RecoveryRunner RUNNER =
      new RecoveryRunner(new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath())));

  private static Trial small() {
    World world =
        Simulator.simulate(
            WorldSpec.builder("small").regions(6).weeks(80).channels(3).edges(1).build(), 3);
    Configuration own = world.configuration();
    return new Trial(
        "small-3",
        "small",
        world.panel(),
        new DataReport(480, 0, List.of()),
        own.withFit(own.fit().withQuick(true).withDraws(200).withThreads(1)),
        world.truth());
  }

  @Test
  void aFitIsScoredInEveryMetricThatItsWorldDefines() {
    TrialResult result = RUNNER.run(small(), Progress.SILENT);
    assertThat(result).isInstanceOf(Recovered.class);
    Recovered recovered = (Recovered) result;
    assertThat(recovered.scores())
        .containsKeys(
            Metric.CONTRIBUTION_ERROR,
            Metric.DIRECT_ERROR,
            Metric.CURVE_ERROR,
            Metric.COVERAGE_50,
            Metric.EDGE_RECALL,
            Metric.FALSE_MOVEMENT)
        .doesNotContainKeys(Metric.DRIFT_CORRELATION, Metric.IDLE_LOWER);
    assertThat(recovered.scores().get(Metric.CONTRIBUTION_ERROR)).isBetween(0.0, 1.5);
    assertThat(recovered.scores().get(Metric.MEMORY)).isBetween(20.0, 100_000.0);
    recovered
        .estimate()
        .channels()
        .forEach(
            c -> {
              assertThat(c.half().lower()).isGreaterThanOrEqualTo(c.contribution().lower());
              assertThat(c.half().upper()).isLessThanOrEqualTo(c.contribution().upper());
              assertThat(c.curve()).containsKeys(0.5, 1.5, 2.0);
            });
  }

  @Test
  void aFitThatFailsIsAResultThatSaysWhy() {
    Trial trial = small();
    Configuration own = trial.configuration();
    ModelConfig model = own.model();
    ModelConfig unknown =
        new ModelConfig(
            model.temporal(),
            model.structure(),
            model.edges(),
            model.saturation(),
            ComponentChoice.of("no-such-loss"),
            model.priors());
    Configuration broken = new Configuration(own.data(), unknown, own.fit());
    TrialResult result = RUNNER.run(trial.with(broken), Progress.SILENT);
    assertThat(result).isInstanceOf(Failed.class);
    assertThat(((Failed) result).reason()).startsWith("MMM-").contains("no-such-loss");
  }
}
