package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.PlanObjective;

/**
 * The maximisation of any differentiable objective from several starts; the result is a local
 * optimum.
 *
 * <p>Cells with a minimum if on are on or off as in the start; cells that end at their minimum are
 * then switched off on trial.
 */
final class LocalSolver {
  /** Steps from each start unless told otherwise. */
  static final int MOST_STEPS = 400;

  private final CentProblem problem;
  private final PlanObjective objective;
  private final int mostSteps;

  private LocalSolver(CentProblem problem, PlanObjective objective, int mostSteps) {
    this.problem = problem;
    this.objective = objective;
    this.mostSteps = mostSteps;
  }

  /**
   * Climbs from every start and keeps the best plan.
   *
   * @param starts plans in money; they need not be allowed
   * @return empty if no start led to an allowed plan
   */
  static Optional<Solution> solve(
      BudgetProblem problem, PlanObjective objective, List<double[]> starts, int mostSteps) {
    return new LocalSolver(CentProblem.of(problem), objective, mostSteps).run(starts);
  }

  /** Returns the starts that every problem has: the present plan and the even split. */
  static List<double[]> usualStarts(BudgetProblem problem) {
    double[] even = new double[problem.size()];
    Arrays.fill(even, problem.budget() / problem.size());
    return new ArrayList<>(List.of(problem.present(), even));
  }

  /** The best plan so far: [cell] in cents; empty before any is allowed. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Best(long[] plan, double value) {
    static final Best NONE = new Best(new long[0], Double.NEGATIVE_INFINITY);
  }

  private Optional<Solution> run(List<double[]> starts) {
    Best best = Best.NONE;
    for (double[] start : starts) {
      best = climbed(best, start);
    }
    if (best.plan().length == 0) {
      return Optional.empty();
    }
    Best last = withSwitchesOff(best);
    return Optional.of(
        new Solution(
            Money.of(last.plan()), last.value(), OptionalDouble.empty(), "projected gradient"));
  }

  private Best climbed(Best best, double[] start) {
    long[] cents = Money.cents(start);
    Optional<long[]> allowed = TreeFill.near(problem, cents);
    if (allowed.isEmpty()) {
      return best;
    }
    boolean[] on = new boolean[cents.length];
    for (int i = 0; i < cents.length; i++) {
      on[i] = allowed.get()[i] > 0;
    }
    return climbed(best, allowed.get(), on);
  }

  private Best climbed(Best best, long[] start, boolean[] on) {
    // The start itself counts, so that the result is never below an allowed one.
    Best atLeast = CentRounding.keepsRows(problem, start) ? better(best, start) : best;
    CentProblem switched = CentRounding.narrowed(problem).switched(on);
    double[] amounts = Arrays.stream(start).asDoubleStream().toArray();
    double[] climbed =
        new GradientAscent(objective, new Projection(switched), mostSteps).climb(amounts);
    return CentRounding.round(problem, climbed, on)
        .map(plan -> better(atLeast, plan))
        .orElse(atLeast);
  }

  private Best withSwitchesOff(Best first) {
    Best best = first;
    for (int i = 0; i < best.plan().length; i++) {
      if (problem.threshold()[i] > 0 && best.plan()[i] == problem.threshold()[i]) {
        boolean[] on = new boolean[best.plan().length];
        for (int j = 0; j < on.length; j++) {
          on[j] = best.plan()[j] > 0 && j != i;
        }
        Optional<long[]> start = TreeFill.withSwitches(problem, best.plan(), on);
        best = start.isPresent() ? climbed(best, start.get(), on) : best;
      }
    }
    return best;
  }

  private Best better(Best best, long[] plan) {
    double found = objective.value(Money.of(plan));
    return found > best.value() ? new Best(plan, found) : best;
  }
}
