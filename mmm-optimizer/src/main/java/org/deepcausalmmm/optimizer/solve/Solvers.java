package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deepcausalmmm.optimizer.constraint.PlanChecker;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;
import org.deepcausalmmm.optimizer.problem.PlanObjective;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;

/** The choice of the solver for a problem; a plan is accepted only if the checker accepts it. */
public final class Solvers {
  private static final int QUICK_PIECES = 48;

  private Solvers() {}

  /**
   * Finds the best plan where cells do not act on each other, with a proven bound.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-USAGE-303, 307 or 308
   */
  public static Solution separable(BudgetProblem problem, SeparableObjective objective) {
    objective.requireFits(problem);
    CellOrder order = new CellOrder(problem);
    BudgetProblem sorted = order.sorted(problem);
    SeparableObjective responses = order.sorted(objective);
    boolean nested = CentProblem.of(sorted).crossing().isEmpty();
    Solution solution =
        nested ? SeparableSolver.solve(sorted, responses) : RowSolver.solve(sorted, responses);
    return checked(problem, order.restored(solution));
  }

  /**
   * Finds a locally best plan of any objective.
   *
   * @param starts further plans to start from, besides the present one and the even split
   * @param surrogate what the cells would earn if they did not act on each other; its best plan is
   *     a start
   * @throws org.deepcausalmmm.api.MmmException with code MMM-USAGE-303, 307 or 308
   */
  public static Solution local(
      BudgetProblem problem,
      PlanObjective objective,
      List<double[]> starts,
      Optional<SeparableObjective> surrogate) {
    return local(problem, objective, starts, surrogate, LocalSolver.MOST_STEPS);
  }

  /**
   * Finds a locally best plan of any objective with a given effort.
   *
   * @param mostSteps steps from each start
   */
  public static Solution local(
      BudgetProblem problem,
      PlanObjective objective,
      List<double[]> starts,
      Optional<SeparableObjective> surrogate,
      int mostSteps) {
    List<double[]> all = new ArrayList<>(LocalSolver.usualStarts(problem));
    all.addAll(starts);
    surrogate.ifPresent(s -> all.add(separable(problem, s).plan()));
    return climbed(problem, objective, all, mostSteps)
        .orElseThrow(() -> OptimizerErrors.impossible("no start leads to an allowed plan."));
  }

  /**
   * Climbs from one plan only.
   *
   * @return empty if that leads to no allowed plan
   */
  public static Optional<Solution> polish(
      BudgetProblem problem, PlanObjective objective, double[] plan, int mostSteps) {
    return climbed(problem, objective, List.of(plan), mostSteps);
  }

  private static Optional<Solution> climbed(
      BudgetProblem problem, PlanObjective objective, List<double[]> starts, int mostSteps) {
    CellOrder order = new CellOrder(problem);
    return LocalSolver.solve(
            order.sorted(problem), order.sorted(objective), order.sorted(starts), mostSteps)
        .map(solution -> checked(problem, order.restored(solution)));
  }

  /**
   * Returns what no allowed plan earns where cells do not act on each other, quickly: limits that
   * cross others are left aside, and the best plan is not looked for.
   */
  public static double bound(BudgetProblem problem, SeparableObjective objective) {
    return new DualPrices(CentProblem.of(problem), objective, QUICK_PIECES).bound();
  }

  /**
   * Returns the plan nearest to the even split that keeps bounds and nested groups, if there is.
   */
  public static Optional<double[]> evenSplit(BudgetProblem problem) {
    long[] target = new long[problem.size()];
    Arrays.fill(target, Money.floorCents(problem.budget()) / target.length);
    return TreeFill.near(CentProblem.of(problem), target).map(Money::of);
  }

  private static Solution checked(BudgetProblem problem, Solution solution) {
    List<String> broken = PlanChecker.violations(problem, solution.plan());
    if (!broken.isEmpty()) {
      throw new IllegalStateException("The solver broke a rule: " + String.join("; ", broken));
    }
    return solution;
  }

  /**
   * Returns how far a value may be below the best, relative to the bound; empty without a bound.
   */
  public static OptionalDouble gap(Solution solution) {
    if (solution.upperBound().isEmpty()) {
      return OptionalDouble.empty();
    }
    double bound = solution.upperBound().getAsDouble();
    return OptionalDouble.of(
        Math.max(0, bound - solution.value()) / Math.max(Math.abs(bound), 1e-300));
  }
}
