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
  private long[] best = new long[0];
  private double value = Double.NEGATIVE_INFINITY;

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

  private Optional<Solution> run(List<double[]> starts) {
    for (double[] start : starts) {
      climb(start);
    }
    if (best.length == 0) {
      return Optional.empty();
    }
    trySwitchingOff();
    return Optional.of(
        new Solution(Money.of(best), value, OptionalDouble.empty(), "projected gradient"));
  }

  private void climb(double[] start) {
    long[] cents = Money.cents(start);
    Optional<long[]> allowed = TreeFill.near(problem, cents);
    if (allowed.isEmpty()) {
      return;
    }
    boolean[] on = new boolean[cents.length];
    for (int i = 0; i < cents.length; i++) {
      on[i] = allowed.get()[i] > 0;
    }
    climb(allowed.get(), on);
  }

  private void climb(long[] start, boolean[] on) {
    if (CentRounding.keepsRows(problem, start)) {
      keep(start); // so that the result is never below an allowed start
    }
    CentProblem switched = CentRounding.narrowed(problem).switched(on);
    double[] amounts = Arrays.stream(start).asDoubleStream().toArray();
    double[] climbed =
        new GradientAscent(objective, new Projection(switched), mostSteps).climb(amounts);
    CentRounding.round(problem, climbed, on).ifPresent(this::keep);
  }

  private void trySwitchingOff() {
    for (int i = 0; i < best.length; i++) {
      if (problem.threshold()[i] > 0 && best[i] == problem.threshold()[i]) {
        boolean[] on = new boolean[best.length];
        for (int j = 0; j < on.length; j++) {
          on[j] = best[j] > 0 && j != i;
        }
        TreeFill.withSwitches(problem, best, on).ifPresent(start -> climb(start, on));
      }
    }
  }

  private void keep(long[] plan) {
    double found = objective.value(Money.of(plan));
    if (found > value) {
      value = found;
      best = plan;
    }
  }
}
