package org.deepcausalmmm.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.HillResponse;
import org.deepcausalmmm.optimizer.problem.Limit;
import org.deepcausalmmm.optimizer.problem.SpendResponse;
import org.deepcausalmmm.optimizer.result.Guarantee;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.risk.Risk;
import org.deepcausalmmm.optimizer.risk.RiskObjective;
import org.deepcausalmmm.optimizer.risk.SeparableDraws;
import org.deepcausalmmm.optimizer.solve.CarryOverObjective;
import org.deepcausalmmm.optimizer.solve.RandomPlans;
import org.deepcausalmmm.optimizer.solve.RandomProblems;
import org.junit.jupiter.api.Test;

class LocalAndRiskTest {

  @Test
  void localSearchComesCloseToTheProvenOptimumWhereThereIsOne() {
    double worst = 1;
    for (int seed = 0; seed < 20; seed++) {
      RandomProblems random = RandomProblems.hill(seed);
      OptimizationResult exact =
          BudgetOptimizer.separable(random.objective()).maximise(random.problem());
      OptimizationResult local =
          BudgetOptimizer.local(random.objective(), Optional.of(random.objective()))
              .maximise(random.problem());
      assertThat(local.guarantee()).isEqualTo(Guarantee.LOCAL);
      worst = Math.min(worst, local.optimum().value() / exact.optimum().value());
    }
    assertThat(worst).isGreaterThan(0.9999);
  }

  @Test
  void plansWithCarryOverUnderChangeLimits() {
    CarryOverObjective carryOver = CarryOverObjective.random(2, 3, 8);
    List<Limit> limits = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      if (i % 8 < 7) {
        limits.add(new Limit.Change("change " + i, i, i + 1, 50, 0.1));
      }
    }
    BudgetProblem problem = carryOver.problem().withLimits(limits);
    BudgetOptimizer optimizer =
        BudgetOptimizer.local(carryOver, Optional.of(carryOver.surrogate()));
    OptimizationResult free = optimizer.maximise(carryOver.problem());
    OptimizationResult limited = optimizer.maximise(problem);
    assertThat(limited.optimum().violations()).isEmpty();
    assertThat(limited.gain()).isPositive();
    assertThat(free.optimum().value())
        .isGreaterThanOrEqualTo(limited.optimum().value() * (1 - 1e-6));
    Random draws = new Random(1);
    for (int n = 0; n < 2000; n++) {
      assertThat(carryOver.value(RandomPlans.draw(carryOver.problem(), draws)))
          .isLessThan(free.optimum().value());
    }
  }

  private static SeparableDraws draws(RandomProblems random, int count) {
    Random noise = new Random(9);
    List<List<SpendResponse>> cells = new ArrayList<>();
    for (SpendResponse response : random.objective().responses()) {
      HillResponse hill = (HillResponse) response;
      double spread = noise.nextDouble();
      List<SpendResponse> draws = new ArrayList<>();
      for (int d = 0; d < count; d++) {
        draws.add(
            new HillResponse(
                hill.most() * Math.exp(spread * noise.nextGaussian()), hill.half(), hill.shape()));
      }
      cells.add(draws);
    }
    return new SeparableDraws(cells);
  }

  @Test
  void conditionalValueAtRiskBeatsTheMeanPlanInTheWorstDrawsAndStaysBelowItsBound() {
    RandomProblems random = RandomProblems.hill(new Random(3), 6, 0, 2);
    SeparableDraws draws = draws(random, 50);
    Risk tail = Risk.parse("cvar10");
    OptimizationResult mean =
        BudgetOptimizer.separable(draws, Risk.mean()).maximise(random.problem());
    OptimizationResult careful = BudgetOptimizer.separable(draws, tail).maximise(random.problem());
    double tailOfMean = new RiskObjective(draws, tail).value(mean.optimum().plan());
    assertThat(careful.optimum().value()).isGreaterThan(tailOfMean);
    assertThat(careful.upperBound().orElseThrow())
        .isGreaterThanOrEqualTo(careful.optimum().value());
    assertThat(careful.gap().orElseThrow()).isLessThan(0.05);
    assertThat(mean.guarantee()).isEqualTo(Guarantee.EXACT);
    assertThat(mean.probabilityBetter().orElseThrow()).isGreaterThan(0.5);
  }

  @Test
  void quantileIsAtLeastThatOfTheMeanPlan() {
    RandomProblems random = RandomProblems.hill(new Random(3), 6, 0, 2);
    SeparableDraws draws = draws(random, 50);
    Risk tenth = Risk.parse("p10");
    double ofMean =
        new RiskObjective(draws, tenth)
            .value(
                BudgetOptimizer.separable(draws, Risk.mean())
                    .maximise(random.problem())
                    .optimum()
                    .plan());
    OptimizationResult found = BudgetOptimizer.separable(draws, tenth).maximise(random.problem());
    assertThat(found.optimum().value()).isGreaterThanOrEqualTo(ofMean);
    assertThat(found.gap().orElseThrow()).isBetween(0.0, 0.1);
    Random plans = new Random(2);
    for (int n = 0; n < 500; n++) {
      double[] plan = RandomPlans.draw(random.problem(), plans);
      assertThat(new RiskObjective(draws, tenth).value(plan))
          .isLessThan(found.upperBound().orElseThrow());
    }
  }
}
