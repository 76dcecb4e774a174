package org.deepcausalmmm.optimizer;

import java.util.OptionalDouble;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Money;

/**
 * The best outcome that a budget allows.
 *
 * @param spend what of the budget is spent
 * @param value incremental outcome
 * @param upperBound what no allowed plan exceeds; empty if nothing is proven
 */
public record FrontierPoint(double budget, double spend, double value, OptionalDouble upperBound) {
  /**
   * Creates the point of a plan.
   *
   * @param plan [decision]
   */
  public static FrontierPoint of(
      BudgetProblem problem, double[] plan, double value, OptionalDouble upperBound) {
    return new FrontierPoint(problem.budget(), Money.sum(plan), value, upperBound);
  }
}
