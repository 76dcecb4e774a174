package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.data.DataReport;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.core.simulation.Scenario;
import org.deepcausalmmm.core.simulation.Simulator;
import org.deepcausalmmm.core.simulation.Truth;
import org.deepcausalmmm.core.simulation.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prints how well contributions of simulated worlds are recovered. */
@Tag("benchmark")
class RecoveryBenchmark {
  private static final int SEEDS = Integer.getInteger("mmm.recovery.seeds", 3);
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void recoversContributions(Scenario scenario) {
    double sum = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      World world = Simulator.simulate(scenario.spec(), 1000 + seed);
      FittedModel fitted =
          FITTER.fit(
              world.panel(),
              new DataReport(0, 0, List.of()),
              world.configuration(),
              Progress.SILENT);
      Analysis analysis = new Analyst(FITTER).analyse(fitted, Progress.SILENT);
      double error = print(scenario, seed, world, analysis);
      assertThat(error).isFinite();
      sum += error;
    }
    System.out.printf(Locale.ROOT, "%s mean contribMAPE %.3f%n", scenario.id(), sum / SEEDS);
  }

  private static double print(Scenario scenario, int seed, World world, Analysis analysis) {
    double total = 0;
    double direct = 0;
    double curve = 0;
    int covered = 0;
    int count = analysis.channels().size();
    StringBuilder detail = new StringBuilder();
    for (int c = 0; c < count; c++) {
      ChannelEffect effect = analysis.channels().get(c);
      Truth.ChannelTruth truth = world.truth().of(effect.channel());
      total += Math.abs(effect.contribution().mean() / truth.contribution() - 1) / count;
      direct +=
          Math.abs(effect.direct().mean() / Objects.requireNonNull(truth.direct()) - 1) / count;
      covered +=
          truth.contribution() >= effect.contribution().lower()
                  && truth.contribution() <= effect.contribution().upper()
              ? 1
              : 0;
      for (double multiplier : new double[] {0.5, 1.5, 2}) {
        int point = (int) Math.round(multiplier * 10);
        double estimated = analysis.responseCurves().get(c).points().get(point).outcome().mean();
        curve += Math.abs(estimated / truth.curve().get(multiplier) - 1) / count / 3;
      }
      detail.append(
          String.format(Locale.ROOT, " %.2f", effect.contribution().mean() / truth.contribution()));
    }
    System.out.printf(
        Locale.ROOT,
        "%s seed %d total %.3f direct %.3f curve %.3f covered %d/%d fit %.1f s | ratios%s%n",
        scenario.id(),
        seed,
        total,
        direct,
        curve,
        covered,
        count,
        analysis.seconds(),
        detail);
    return total;
  }
}
