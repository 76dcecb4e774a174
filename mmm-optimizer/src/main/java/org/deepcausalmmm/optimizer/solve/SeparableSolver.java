package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;

/**
 * The maximisation of the sum of the cells' responses under bounds and nested groups, to the cent,
 * with a proof of how far from optimal the plan can be.
 */
final class SeparableSolver {
  /** A relative gap at which no better plan is sought. */
  static final double CLOSED = 1e-6;

  /** Additions that one proof may take: about a third of a second. */
  private static final double MOST_WORK = 1.5e8;

  private final CentProblem problem;
  private final SeparableObjective objective;
  private final WindowSearch search;
  private long[] best = new long[0];
  private double value = Double.NEGATIVE_INFINITY;
  private double bound;

  private SeparableSolver(BudgetProblem problem, SeparableObjective objective) {
    this.problem = CentProblem.of(problem);
    this.objective = objective;
    this.search = new WindowSearch(this.problem, objective);
  }

  /**
   * Finds the best plan of a problem, leaving conditions that cross groups aside.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-USAGE-303 if no plan is allowed
   */
  static Solution solve(BudgetProblem problem, SeparableObjective objective) {
    return new SeparableSolver(problem, objective).run(problem);
  }

  private Solution run(BudgetProblem original) {
    DualPrices prices = new DualPrices(problem, objective);
    bound = prices.bound();
    tryPlan(prices.spends(), problem.budget() / 256);
    for (long[] start : starts(original)) {
      tryPlan(start, problem.budget() / 64);
    }
    for (int steps = 256; gap() > CLOSED; steps *= 4) {
      long step = Math.max(1, problem.budget() / steps);
      IntervalBound interval = new IntervalBound(problem, objective, prices, step, value);
      if (interval.work() > MOST_WORK) {
        break;
      }
      IntervalBound.Proof proof = interval.prove();
      if (proof.plan().length == 0) {
        requirePlan();
        break;
      }
      bound = Math.max(value, Math.min(bound, proof.bound()));
      tryPlan(proof.plan(), step);
      if (step == 1) {
        break;
      }
    }
    requirePlan();
    spendRest();
    double[] plan = Money.of(best);
    return new Solution(
        plan,
        objective.value(plan),
        OptionalDouble.of(Math.max(bound, objective.value(plan))),
        "dynamic programming");
  }

  /** Returns the present plan and the even split, which the result must not fall behind. */
  private List<long[]> starts(BudgetProblem original) {
    List<long[]> starts = new ArrayList<>();
    starts.add(Money.cents(original.present()));
    long[] even = new long[problem.size()];
    Arrays.fill(even, problem.budget() / problem.size());
    starts.add(even);
    return starts;
  }

  private void tryPlan(long[] target, long step) {
    TreeFill.near(problem, target)
        .ifPresent(
            start -> {
              // A large problem is searched from a start only if that is better than the plan.
              if (problem.size() > 200 && objective.value(Money.of(start)) < value) {
                return;
              }
              long[] plan = search.improve(start, step);
              double found = objective.value(Money.of(plan));
              if (found > value) {
                value = found;
                best = plan;
              }
            });
  }

  /** Returns money that earns nothing measurable any more to cells with room, if none loses. */
  private void spendRest() {
    long remaining = problem.budget() - problem.root().total(best);
    if (remaining <= 0) {
      return;
    }
    long[] target = best.clone();
    boolean[] on = new boolean[best.length];
    for (int i = 0; i < best.length; i++) {
      on[i] = best[i] > 0;
      target[i] = best[i] + (on[i] ? remaining / best.length + 1 : 0);
    }
    TreeFill.withSwitches(problem, target, on)
        .filter(plan -> problem.root().total(plan) > problem.root().total(best))
        .filter(plan -> objective.value(Money.of(plan)) >= value)
        .ifPresent(plan -> best = plan);
  }

  private double gap() {
    return (bound - value) / Math.max(Math.abs(bound), 1e-300);
  }

  private void requirePlan() {
    if (best.length == 0) {
      throw OptimizerErrors.impossible(
          "the groups, bounds and minimums cannot be met with a budget of %.2f."
              .formatted(Money.of(problem.budget())));
    }
  }
}
