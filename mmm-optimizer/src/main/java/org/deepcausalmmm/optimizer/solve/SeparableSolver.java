package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

  /**
   * What a search has found.
   *
   * @param plan [cell]: the best plan, in cents; empty before any is allowed
   * @param bound what no plan exceeds
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Found(long[] plan, double value, double bound) {
    double gap() {
      return (bound - value) / Math.max(Math.abs(bound), 1e-300);
    }

    Found boundedBy(double other) {
      return new Found(plan, value, Math.max(value, Math.min(bound, other)));
    }
  }

  private Solution run(BudgetProblem original) {
    DualPrices prices = new DualPrices(problem, objective);
    Found found = new Found(new long[0], Double.NEGATIVE_INFINITY, prices.bound());
    found = improved(found, prices.spends(), problem.budget() / 256);
    for (long[] start : starts(original)) {
      found = improved(found, start, problem.budget() / 64);
    }
    found = proven(found, prices);
    requirePlan(found);
    double[] plan = Money.of(withRestSpent(found));
    return new Solution(
        plan,
        objective.value(plan),
        OptionalDouble.of(Math.max(found.bound(), objective.value(plan))),
        "dynamic programming");
  }

  /** Proves bounds on ever finer grids until the gap is closed or a proof takes too long. */
  private Found proven(Found start, DualPrices prices) {
    Found found = start;
    for (int steps = 256; found.gap() > CLOSED; steps *= 4) {
      long step = Math.max(1, problem.budget() / steps);
      IntervalBound interval = new IntervalBound(problem, objective, prices, step, found.value());
      if (interval.work() > MOST_WORK) {
        break;
      }
      IntervalBound.Proof proof = interval.prove();
      if (proof.plan().length == 0) {
        requirePlan(found);
        break;
      }
      found = improved(found.boundedBy(proof.bound()), proof.plan(), step);
      if (step == 1) {
        break;
      }
    }
    return found;
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

  /** Searches around a plan, and returns the better of what it finds and what was found before. */
  private Found improved(Found before, long[] target, long step) {
    Optional<long[]> start = TreeFill.near(problem, target);
    if (start.isEmpty()) {
      return before;
    }
    // A large problem is searched from a start only if that is better than the plan.
    if (problem.size() > 200 && objective.value(Money.of(start.get())) < before.value()) {
      return before;
    }
    long[] plan = search.improve(start.get(), step);
    double value = objective.value(Money.of(plan));
    return value > before.value() ? new Found(plan, value, before.bound()) : before;
  }

  /**
   * Returns the plan with the money that earns nothing measurable any more in cells with room, if
   * none loses.
   */
  private long[] withRestSpent(Found found) {
    long[] best = found.plan();
    long remaining = problem.budget() - problem.root().total(best);
    if (remaining <= 0) {
      return best;
    }
    long[] target = best.clone();
    boolean[] on = new boolean[best.length];
    for (int i = 0; i < best.length; i++) {
      on[i] = best[i] > 0;
      target[i] = best[i] + (on[i] ? remaining / best.length + 1 : 0);
    }
    return TreeFill.withSwitches(problem, target, on)
        .filter(plan -> problem.root().total(plan) > problem.root().total(best))
        .filter(plan -> objective.value(Money.of(plan)) >= found.value())
        .orElse(best);
  }

  private void requirePlan(Found found) {
    if (found.plan().length == 0) {
      throw OptimizerErrors.impossible(
          "the groups, bounds and minimums cannot be met with a budget of %.2f."
              .formatted(Money.of(problem.budget())));
    }
  }
}
