package org.deepcausalmmm.optimizer.problem;

/** Says what a whole plan earns; a cell's earnings may depend on the others'. */
public interface PlanObjective {
  /**
   * Gives the incremental outcome of a plan.
   *
   * @param plan [decision]: money
   */
  double value(double[] plan);

  /**
   * Gives what a further unit of money in each cell earns.
   *
   * @param plan [decision]: money
   * @return [decision]
   */
  double[] gradient(double[] plan);
}
