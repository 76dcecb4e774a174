package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HealthExaminerTest {
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));
  private static final WorldSpec CLEAN =
      WorldSpec.builder("clean").regions(8).weeks(104).channels(4).build();

  private static Map<String, HealthCheck> examine(WorldSpec spec, long seed, int holdout) {
    return examine(Simulator.simulate(spec, seed), holdout);
  }

  private static Map<String, HealthCheck> examine(World world, int holdout) {
    return examine(fit(world, new FitConfig(7, 20, 1, holdout, true, "cpu")));
  }

  private static FittedModel fit(World world, FitConfig fit) {
    return FITTER.fit(
        world.panel(),
        new DataReport(0, 0, List.of()),
        world.configuration().withFit(fit),
        Progress.SILENT);
  }

  private static Map<String, HealthCheck> examine(FittedModel fitted) {
    Map<String, HealthCheck> checks = new HashMap<>();
    new HealthExaminer(FITTER)
        .examine(fitted, new Analyst(FITTER).analyse(fitted, Progress.SILENT))
        .health()
        .forEach(c -> checks.put(c.check(), c));
    return checks;
  }

  private static List<String> failing(Map<String, HealthCheck> checks) {
    return checks.values().stream()
        .filter(c -> c.verdict() == Verdict.FAIL)
        .map(HealthCheck::check)
        .toList();
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
      Map<String, HealthCheck> checks = examine(CLEAN, seed, 13);
      assertThat(failing(checks)).as("seed %d", seed).isEmpty();
      for (String planted :
          List.of(
              "collinearity",
              "variance_inflation",
              "level_shift",
              "spend_follows_outcome",
              "missing_driver")) {
        assertThat(checks.get(planted)).extracting(HealthCheck::verdict).isEqualTo(Verdict.PASS);
      }
      assertThat(checks).hasSizeGreaterThanOrEqualTo(15);
      assertThat(checks.values())
          .allSatisfy(
              c -> {
                assertThat(c.value()).isFinite();
                assertThat(c.advice()).isNotBlank().endsWith(".");
              });
    }
  }

  @Test
  void findsThatTheSamplerStoodStill() {
    FittedModel fitted =
        fit(Simulator.simulate(CLEAN, 1), new FitConfig(7, 50, 1, 0, false, "cpu"));
    Map<String, HealthCheck> sampled = examine(fitted);
    assertThat(sampled.get("effective_draws").value()).isBetween(2.0, 399.0);
    assertThat(sampled.get("r_hat").value()).isBetween(0.98, 2.0);
    assertThat(sampled.get("energy").value()).isBetween(0.3, 3.0);
    double[][] draws = fitted.draws();
    for (double[] draw : draws) {
      System.arraycopy(draws[0], 0, draw, 0, draw.length);
    }
    HealthCheck stuck = examine(fitted).get("effective_draws");
    assertThat(stuck.value()).isEqualTo(1);
    assertThat(stuck.verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void findsTwoChannelsThatRunTogether() {
    Map<String, HealthCheck> checks = examine(CLEAN.toBuilder().collinearity(0.99).build(), 2, 0);
    assertThat(checks.get("collinearity")).extracting(HealthCheck::verdict).isEqualTo(Verdict.FAIL);
    assertThat(checks.get("variance_inflation"))
        .extracting(HealthCheck::verdict)
        .isEqualTo(Verdict.FAIL);
    assertThat(checks).doesNotContainKey("coverage");
  }

  @Test
  void findsABreakInTheBaseline() {
    requireFinding("level_shift", CLEAN.toBuilder().structuralBreak(true).build(), 3);
  }

  /** Requires that a check does not pass in worlds of some seeds. */
  private static void requireFinding(String check, WorldSpec spec, long... seeds) {
    for (long seed : seeds) {
      assertThat(examine(spec, seed, 0).get(check))
          .extracting(HealthCheck::verdict)
          .isNotEqualTo(Verdict.PASS);
    }
  }

  @Test
  @Tag("benchmark")
  void findsFaultsInFurtherWorlds() {
    requireFinding("level_shift", CLEAN.toBuilder().structuralBreak(true).build(), 5, 10);
    requireFinding(
        "spend_follows_outcome", CLEAN.toBuilder().reversedCausality(true).build(), 2, 3);
    requireFinding("missing_driver", CLEAN.toBuilder().missingControl(true).build(), 5, 8);
  }

  @Test
  void findsABreakWhereTheFirstOutcomesAreMissing() {
    World world = Simulator.simulate(CLEAN.toBuilder().structuralBreak(true).build(), 5);
    for (double[] row : world.panel().outcome()) {
      row[0] = Double.NaN;
      row[1] = Double.NaN;
    }
    HealthCheck check = examine(world, 0).get("level_shift");
    assertThat(check.value()).isFinite();
    assertThat(check.verdict()).isNotEqualTo(Verdict.PASS);
  }

  @Test
  void findsAChannelThatIsPaidOutOfSales() {
    requireFinding("spend_follows_outcome", CLEAN.toBuilder().reversedCausality(true).build(), 1);
  }

  @Test
  void findsThatSpendFollowsWhatRegionsAreAboutToSell() {
    WorldSpec many = CLEAN.toBuilder().regions(14).build();
    HealthCheck steady = examine(many, 1, 0).get("spend_follows_demand");
    HealthCheck chased =
        examine(many.toBuilder().chasing(2).build(), 1, 0).get("spend_follows_demand");
    assertThat(steady).extracting(HealthCheck::verdict).isEqualTo(Verdict.PASS);
    assertThat(chased).extracting(HealthCheck::verdict).isEqualTo(Verdict.REVIEW);
    assertThat(chased.value()).isGreaterThan(2 * steady.value());
    assertThat(examine(CLEAN.toBuilder().regions(1).build(), 1, 0))
        .doesNotContainKey("spend_follows_demand");
  }

  @Test
  void findsThatADriverOfDemandIsMissing() {
    requireFinding("missing_driver", CLEAN.toBuilder().missingControl(true).build(), 1);
  }

  @Test
  void saysThatPriorsWeighMoreInNationalData() {
    Map<String, HealthCheck> checks = examine(CLEAN.toBuilder().regions(1).build(), 1, 0);
    assertThat(failing(checks)).isEmpty();
    assertThat(checks.get("regions").advice())
        .contains("national data, estimates depend strongly on priors");
    assertThat(checks.get("data_per_parameter"))
        .extracting(HealthCheck::verdict)
        .isEqualTo(Verdict.REVIEW);
  }
}
