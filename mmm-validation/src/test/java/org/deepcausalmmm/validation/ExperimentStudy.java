package org.deepcausalmmm.validation;

import java.util.List;
import java.util.Objects;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ExperimentConfig;
import org.deepcausalmmm.data.config.ExperimentConfig.ExperimentResult;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.simulation.Departure;
import org.deepcausalmmm.simulation.Scenario;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;
import org.deepcausalmmm.validation.TrialResult.Recovered;
import org.deepcausalmmm.validation.WorldEstimate.ChannelEstimate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What an experiment does for the tested channel and for the others, by quick fits of worlds with a
 * test: without the experiment, with it, and with half its standard error. {@code
 * -Dmmm.experiment.first=501 -Dmmm.experiment.seeds=4 -Dmmm.experiment.world=lift} choose.
 */
@Tag("benchmark")
class ExperimentStudy {
  private static final int FIRST = Integer.getInteger("mmm.experiment.first", 501);
  private static final int SEEDS = Integer.getInteger("mmm.experiment.seeds", 4);
  private static final String WORLD = System.getProperty("mmm.experiment.world", "lift");
  private static final boolean QUICK = !Boolean.getBoolean("mmm.experiment.full");

  private final RecoveryRunner runner =
      new RecoveryRunner(new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath())));

  private static WorldSpec spec() {
    return WORLD.equals("lift")
        ? Scenario.LIFT.spec()
        : WorldSpec.builder("auction-lift")
            .channels(6)
            .with(Departure.DEMAND_CAPTURE)
            .liftTest(true)
            .build();
  }

  @Test
  void errorAndCoverageWithAndWithoutTheExperiment() {
    for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
      World world = Simulator.simulate(spec(), seed);
      ExperimentConfig measured = world.experiments().get(0);
      double actual = Objects.requireNonNull(world.truth().lift()).actual();
      System.out.printf(
          "%s %d: measured %.4g +- %.3g, true %.4g%n",
          WORLD, seed, measured.result().lift(), measured.result().standardError(), actual);
      print("without", world, List.of());
      print("with", world, List.of(measured));
      print("half error", world, List.of(withHalfError(measured)));
    }
  }

  private static ExperimentConfig withHalfError(ExperimentConfig e) {
    return new ExperimentConfig(
        e.name(),
        e.channel(),
        e.treatment(),
        new ExperimentResult(e.result().lift(), e.result().standardError() / 2, ""));
  }

  private void print(String name, World world, List<ExperimentConfig> experiments) {
    FitConfig fit = new FitConfig(7, 400, 1, 0, QUICK, "cpu");
    Configuration plain = world.configuration();
    Trial trial =
        new Trial(
            world.spec().name() + "-" + world.seed(),
            world.spec().name(),
            world.panel(),
            new DataReport(1, 0, List.of()),
            new Configuration(plain.data(), plain.model().withExperiments(experiments), fit),
            world.truth());
    TrialResult result = runner.run(trial, Progress.SILENT);
    if (!(result instanceof Recovered found)) {
      System.out.println("  " + name + " failed: " + result);
      return;
    }
    String tested = world.experiments().get(0).channel();
    double others = 0;
    int covered = 0;
    for (ChannelEstimate channel : found.estimate().channels()) {
      double truth = world.truth().of(channel.name()).contribution();
      double error = Math.abs(channel.contribution().mean() / truth - 1);
      boolean in =
          channel.contribution().lower() <= truth && truth <= channel.contribution().upper();
      if (channel.name().equals(tested)) {
        System.out.printf(
            "  %-12s tested error %.3f in %d width %.3f |",
            name,
            error,
            in ? 1 : 0,
            (channel.contribution().upper() - channel.contribution().lower()) / truth);
      } else {
        others += error;
        covered += in ? 1 : 0;
      }
    }
    int count = found.estimate().channels().size() - 1;
    System.out.printf(
        " others error %.3f in %d of %d | cpu %.0f s%n",
        others / count, covered, count, found.scores().get(Metric.CPU_SECONDS));
  }
}
