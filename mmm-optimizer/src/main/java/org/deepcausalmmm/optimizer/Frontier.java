package org.deepcausalmmm.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;
import org.deepcausalmmm.optimizer.solve.Solution;

/** Solves a problem for one budget after the other, each starting from the last. */
final class Frontier {
  private Frontier() {}

  /**
   * Returns a point for every budget that can meet the limits.
   *
   * @param judged says what a budget's plan is worth
   * @param known plans to start from, besides that of the budget before
   * @param budgets rising
   */
  static List<FrontierPoint> of(
      PlanSolver solver,
      BudgetProblem problem,
      BiFunction<BudgetProblem, Solution, FrontierPoint> judged,
      List<double[]> known,
      double... budgets) {
    List<FrontierPoint> points = new ArrayList<>();
    List<double[]> starts = new ArrayList<>(known);
    for (double budget : budgets) {
      BudgetProblem funded;
      Solution solution;
      try {
        funded = problem.withBudget(budget);
        solution = solver.solve(funded, 0, starts);
      } catch (MmmException e) {
        if (OptimizerErrors.isBudgetTooSmall(e)) {
          continue;
        }
        throw e;
      }
      starts = new ArrayList<>(known);
      starts.add(solution.plan());
      points.add(judged.apply(funded, solution));
    }
    return points;
  }
}
