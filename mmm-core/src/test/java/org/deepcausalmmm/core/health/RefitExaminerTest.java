package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RefitExaminerTest {
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  private static List<HealthCheck> examine(WorldSpec spec, long seed) {
    World world = Simulator.simulate(spec, seed);
    Configuration own = world.configuration();
    Configuration configuration = own.withFit(new FitConfig(7, 10, 1, 0, true, "cpu"));
    FittedModel fitted =
        FITTER.fit(world.panel(), new DataReport(0, 0, List.of()), configuration, Progress.SILENT);
    return new RefitExaminer(FITTER).examine(fitted, Progress.SILENT);
  }

  @Test
  void failsNothingInACleanWorld() {
    requireNoFailure(1);
  }

  @Test
  @Tag("benchmark")
  void failsNothingInFurtherCleanWorlds() {
    requireNoFailure(2, 3);
  }

  private static void requireNoFailure(long... seeds) {
    for (long seed : seeds) {
      List<HealthCheck> checks =
          examine(WorldSpec.builder("clean").regions(5).weeks(70).channels(3).build(), seed);
      assertThat(checks)
          .extracting(HealthCheck::check)
          .containsExactly("seeds_agree", "placebo", "perturbation", "refresh_stability");
      assertThat(checks)
          .allSatisfy(
              c -> {
                assertThat(c.verdict()).as(c.check()).isNotEqualTo(Verdict.FAIL);
                assertThat(c.value()).as(c.check()).isFinite().isNotZero();
              });
    }
  }
}
