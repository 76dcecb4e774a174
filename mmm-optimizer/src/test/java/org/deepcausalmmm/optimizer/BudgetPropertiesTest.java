package org.deepcausalmmm.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.deepcausalmmm.optimizer.constraint.PlanChecker;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.Limit;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.deepcausalmmm.optimizer.problem.SpendResponse;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.optimizer.result.Unspent;
import org.deepcausalmmm.optimizer.solve.CarryOverObjective;
import org.deepcausalmmm.optimizer.solve.RandomPlans;
import org.deepcausalmmm.optimizer.solve.RandomProblems;

class BudgetPropertiesTest {

  /** Adds a group, a group within it and a minimum if on to a random problem. */
  private static BudgetProblem limited(RandomProblems random) {
    BudgetProblem problem = random.problem();
    List<Decision> decisions = new ArrayList<>(problem.decisions());
    Decision last = decisions.get(decisions.size() - 1);
    if (last.lower() == 0) {
      decisions.set(decisions.size() - 1, last.atLeastIfOn(0.6 * last.upper()));
    }
    double three = decisions.subList(0, 3).stream().mapToDouble(Decision::present).sum();
    double two = decisions.subList(0, 2).stream().mapToDouble(Decision::present).sum();
    return problem
        .withDecisions(decisions)
        .withLimits(
            List.of(
                new Limit.Group("three", List.of(0, 1, 2), 0.9 * three, 1.1 * three),
                new Limit.Group("two", List.of(0, 1), 0.75 * two, 1.05 * two)));
  }

  @Property(tries = 25)
  void balancesToTheCentAndKeepsEveryRule(@ForAll @IntRange(max = 100_000) int seed) {
    RandomProblems random = RandomProblems.hill(seed);
    BudgetProblem problem = limited(random);
    OptimizationResult result = BudgetOptimizer.separable(random.objective()).maximise(problem);
    assertThat(PlanChecker.violations(problem, result.optimum().plan())).isEmpty();
    long spent = 0;
    for (double spend : result.optimum().plan()) {
      spent += Math.round(spend * 100);
    }
    assertThat(spent + Math.round(result.unspent() * 100))
        .isEqualTo(Math.round(problem.budget() * 100));
    assertThat(result.unspent() == 0).isEqualTo(result.unspentReason() == Unspent.NOTHING);
    assertThat(result.upperBound().orElseThrow()).isGreaterThanOrEqualTo(result.optimum().value());
  }

  @Property(tries = 25)
  void isNoWorseThanAnyRandomAllowedPlan(@ForAll @IntRange(max = 100_000) int seed) {
    RandomProblems random = RandomProblems.hill(seed);
    BudgetProblem problem = limited(random);
    OptimizationResult result = BudgetOptimizer.separable(random.objective()).maximise(problem);
    Random draws = new Random(seed);
    for (int n = 0; n < 200; n++) {
      double[] plan = RandomPlans.draw(problem, draws);
      if (PlanChecker.allows(problem, plan)) {
        assertThat(random.objective().value(plan)).isLessThanOrEqualTo(result.optimum().value());
      }
    }
    if (result.present().allowed()) {
      assertThat(result.gain()).isGreaterThanOrEqualTo(0);
    }
    if (result.even().allowed()) {
      assertThat(result.optimum().value()).isGreaterThanOrEqualTo(result.even().value());
    }
  }

  @Property(tries = 20)
  void earnsNoLessWithMoreMoney(
      @ForAll @IntRange(max = 100_000) int seed,
      @ForAll @DoubleRange(min = 0, max = 0.9) double less) {
    RandomProblems random = RandomProblems.hill(2L * seed);
    double budget = random.problem().budget();
    double smaller = Money.of(Money.floorCents(budget * less));
    List<FrontierPoint> points =
        BudgetOptimizer.separable(random.objective()).frontier(random.problem(), smaller, budget);
    double tolerance = 1e-6 * Math.abs(points.get(1).value());
    assertThat(points.get(1).value()).isGreaterThanOrEqualTo(points.get(0).value() - tolerance);
  }

  @Property(tries = 15)
  void doesNotDependOnTheOrderOfTheChannels(@ForAll @IntRange(max = 100_000) int seed) {
    RandomProblems random = RandomProblems.hill(seed);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < random.problem().size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    List<Decision> decisions = new ArrayList<>();
    List<SpendResponse> responses = new ArrayList<>();
    for (int i : order) {
      decisions.add(random.problem().decisions().get(i));
      responses.add(random.objective().responses().get(i));
    }
    double value =
        BudgetOptimizer.separable(random.objective()).maximise(random.problem()).optimum().value();
    OptimizationResult shuffled =
        BudgetOptimizer.separable(new SeparableObjective(responses))
            .maximise(random.problem().withDecisions(decisions));
    assertThat(shuffled.optimum().value())
        .isBetween(value * (1 - 1e-3), shuffled.upperBound().orElseThrow());
    assertThat(value).isGreaterThanOrEqualTo(shuffled.optimum().value() * (1 - 1e-3));
  }

  @Property(tries = 8)
  void weeklyPlansDoNotDependOnTheOrderOfTheChannels(@ForAll @IntRange(max = 100_000) int seed) {
    CarryOverObjective weekly = CarryOverObjective.random(seed, 4, 6);
    CarryOverObjective reversed = weekly.reversed();
    OptimizationResult one =
        BudgetOptimizer.local(weekly, Optional.of(weekly.surrogate())).maximise(weekly.problem());
    OptimizationResult other =
        BudgetOptimizer.local(reversed, Optional.of(reversed.surrogate()))
            .maximise(reversed.problem());
    double value = one.optimum().value();
    assertThat(other.optimum().value()).isCloseTo(value, within(1e-9 * value));
  }

  @Property(tries = 15)
  void earnsTheSameAtTheMarginWhereNoBoundHolds(@ForAll @IntRange(max = 100_000) int seed) {
    RandomProblems random = RandomProblems.hill(2L * seed);
    OptimizationResult result =
        BudgetOptimizer.separable(random.objective()).maximise(random.problem());
    double[] plan = result.optimum().plan();
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 0; i < plan.length; i++) {
      Decision decision = random.problem().decisions().get(i);
      if (plan[i] > decision.lower() + 1 && plan[i] < decision.upper() - 1) {
        least = Math.min(least, result.marginal()[i]);
        most = Math.max(most, result.marginal()[i]);
      }
    }
    if (most > 0) {
      assertThat(most - least).isLessThan(0.01 * most);
    }
  }
}
