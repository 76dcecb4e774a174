package org.deepcausalmmm.optimizer;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;
import org.deepcausalmmm.optimizer.solve.Solution;

/** The solutions of a problem for one budget after the other, each starting from the last. */
public final class Frontier {
  private Frontier() {}

  /**
   * The solution for a budget.
   *
   * @param problem with this budget
   */
  public record Funded(BudgetProblem problem, Solution solution) {}

  /**
   * Returns a solution for every budget that can meet the limits.
   *
   * @param known plans to start from, besides that of the budget before
   * @param budgets rising
   */
  static List<Funded> of(
      PlanSolver solver, BudgetProblem problem, List<double[]> known, double... budgets) {
    List<Funded> solutions = new ArrayList<>();
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
      solutions.add(new Funded(funded, solution));
    }
    return solutions;
  }
}
