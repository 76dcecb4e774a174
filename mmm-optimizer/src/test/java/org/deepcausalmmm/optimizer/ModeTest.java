package org.deepcausalmmm.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.solve.RandomProblems;
import org.junit.jupiter.api.Test;

class ModeTest {
  private final RandomProblems random = RandomProblems.hill(new Random(11), 6, 0, 2);
  private final BudgetOptimizer optimizer = BudgetOptimizer.separable(random.objective());
  private final BudgetProblem problem = random.problem();

  private BudgetProblem upToUpperBounds() {
    return problem.withBudget(problem.decisions().stream().mapToDouble(Decision::upper).sum());
  }

  @Test
  void fixedBudgetSpendsTheBudget() {
    ModeResult found = optimizer.run(problem, new Mode.FixedBudget());
    assertThat(found.result().optimum().spend()).isEqualTo(problem.budget());
    assertThat(found.result().gain()).isPositive();
  }

  @Test
  void minimumBudgetIsTheBudgetWhoseOptimumIsTheGoal() {
    double goal = 0.8 * optimizer.maximise(problem).optimum().value();
    ModeResult found = optimizer.run(problem, new Mode.MinimumBudget(goal));
    assertThat(found.result().optimum().value()).isGreaterThanOrEqualTo(goal);
    double less = 0.99 * found.budget();
    assertThat(optimizer.maximise(problem.withBudget(less)).upperBound().orElseThrow())
        .isLessThan(goal);
    assertThat(found.provenBudget().orElseThrow()).isBetween(0.99 * found.budget(), found.budget());
  }

  @Test
  void sameOutcomeTakesLessMoneyThanThePresentPlan() {
    ModeResult found = optimizer.run(problem, new Mode.SameOutcome());
    assertThat(found.result().optimum().value())
        .isGreaterThanOrEqualTo(found.result().present().value());
    assertThat(found.budget()).isLessThan(found.result().present().spend());
  }

  @Test
  void targetRoiSpendsUntilTheAverageFallsToIt() {
    OptimizationResult all = optimizer.maximise(upToUpperBounds());
    double target = 1.2 * all.optimum().value() / all.optimum().spend();
    ModeResult found = optimizer.run(upToUpperBounds(), new Mode.TargetRoi(target));
    assertThat(found.result().optimum().value() / found.budget())
        .isCloseTo(target, within(1e-3 * target));
    ModeResult same = optimizer.run(upToUpperBounds(), new Mode.TargetCpa(1 / target));
    assertThat(same.budget()).isEqualTo(found.budget());
  }

  @Test
  void targetMarginalRoiSpendsUntilTheNextUnitEarnsLess() {
    double target = 0.3;
    ModeResult found = optimizer.run(upToUpperBounds(), new Mode.TargetMarginalRoi(target));
    double[] plan = found.result().optimum().plan();
    double net = found.result().optimum().value() - target * found.budget();
    for (int i = 0; i < plan.length; i++) {
      Decision decision = problem.decisions().get(i);
      if (plan[i] > 1 && plan[i] < decision.upper() - 1) {
        assertThat(found.result().marginal()[i]).isCloseTo(target, within(1e-3));
      }
    }
    for (double factor : new double[] {0.9, 1.1}) {
      OptimizationResult other =
          optimizer.maximise(upToUpperBounds().withBudget(factor * found.budget()));
      assertThat(other.optimum().value() - target * other.optimum().spend())
          .isLessThanOrEqualTo(net + 1e-6 * Math.abs(net));
    }
  }

  @Test
  void extraMoneyLeavesThePresentPlanInPlace() {
    ModeResult found = optimizer.run(problem, new Mode.ExtraMoney(500));
    double[] plan = found.result().optimum().plan();
    for (int i = 0; i < plan.length; i++) {
      assertThat(plan[i]).isGreaterThanOrEqualTo(problem.decisions().get(i).present());
    }
    assertThat(found.result().optimum().spend()).isCloseTo(problem.budget() + 500, within(0.005));
  }

  @Test
  void refusesGoalsThatNoPlanReaches() {
    assertThatThrownBy(() -> optimizer.run(problem, new Mode.MinimumBudget(1e12)))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-USAGE-305"));
    assertThatThrownBy(() -> optimizer.run(problem, new Mode.TargetRoi(1e9)))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-USAGE-305"));
    assertThatThrownBy(() -> new Mode.TargetCpa(Double.NaN))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-USAGE-304"));
  }
}
