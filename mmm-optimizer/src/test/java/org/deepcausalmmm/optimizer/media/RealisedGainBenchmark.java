package org.deepcausalmmm.optimizer.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.optimizer.Mode;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.risk.Risk;
import org.deepcausalmmm.simulation.Scenario;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Prints the share of the possible gain that a plan realises, in worlds whose first 130 weeks are
 * fitted and whose next thirteen are planned.
 */
@Tag("benchmark")
class RealisedGainBenchmark {
  private static final int FIRST = Integer.getInteger("mmm.gain.first", 1001);
  private static final int SEEDS = Integer.getInteger("mmm.gain.seeds", 3);
  private static final FutureWeeks WINDOW = new FutureWeeks(130, 13);
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  @ParameterizedTest
  @EnumSource(names = {"ADDITIVE", "HALO"})
  void realisesThePossibleGain(Scenario scenario) {
    double realised = 0;
    double possible = 0;
    for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
      double[] gains = gains(scenario, seed);
      realised += gains[0];
      possible += gains[1];
    }
    System.out.printf(
        Locale.ROOT, "%s realised %.3f of the possible gain%n", scenario.id(), realised / possible);
    assertThat(realised).isLessThanOrEqualTo(possible);
  }

  /** Returns the true gain of the recommended plan, and of the best. */
  private static double[] gains(Scenario scenario, long seed) {
    World world = Simulator.simulate(scenario.spec(), seed);
    Panel seen = world.panel().firstWeeks(WINDOW.first());
    Configuration configuration = world.configuration();
    FittedModel fitted =
        FITTER.fit(seen, new DataReport(0, 0, List.of()), configuration, Progress.SILENT);
    PlanRequest request =
        new PlanRequest(
            Optional.of(WINDOW),
            PlanBy.CHANNEL,
            new Mode.FixedBudget(),
            OptionalDouble.empty(),
            Risk.mean(),
            Optional.empty());
    MediaPlan plan =
        new MediaPlanner(fitted, FITTER.mediaModel(fitted), Progress.SILENT).plan(request);
    OptimizationResult result = plan.answer().result();
    double[][] usual = new double[plan.channels().size()][seen.regionCount()];
    SpendMap map =
        SpendMap.of(
            PlanBy.CHANNEL,
            seen.channelNames(),
            seen.regions(),
            plan.weeks(),
            plan.present(),
            usual);
    TrueGain truth =
        new TrueGain(Simulator.truth(scenario.spec(), seed), WINDOW, map, plan.present());
    OptimizationResult best = truth.best(result.problem(), List.of(result.optimum().plan()));
    double realised = truth.of(plan.spend());
    double possible = best.optimum().value();
    System.out.printf(
        Locale.ROOT,
        "%s seed %d: present outcome of media %.0f, expected gain %.0f, realised %.0f, possible"
            + " %.0f, share %.3f, method %s%n",
        scenario.id(),
        seed,
        plan.outcomes().present().mean(),
        plan.gain().mean(),
        realised,
        possible,
        realised / possible,
        result.method());
    return new double[] {realised, possible};
  }
}
