package org.deepcausalmmm.optimizer.problem;

/** The objective value of a whole plan; a cell's earnings may depend on the others'. */
public interface PlanObjective {
  /**
   * Returns the incremental outcome of a plan.
   *
   * @param plan [decision]: money
   */
  double value(double[] plan);

  /**
   * Returns what a further unit of money in each cell earns.
   *
   * @param plan [decision]: money
   * @return [decision]
   */
  double[] gradient(double[] plan);
}
