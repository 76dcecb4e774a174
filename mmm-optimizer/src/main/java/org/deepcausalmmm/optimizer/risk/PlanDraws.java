package org.deepcausalmmm.optimizer.risk;

import org.deepcausalmmm.optimizer.problem.PlanObjective;

/** Says what a plan earns in every draw of a posterior. */
public interface PlanDraws {
  /** Gives how many draws there are. */
  int count();

  /**
   * Gives the incremental outcome of a plan in every draw.
   *
   * @param plan [decision]: money
   * @return [draw]
   */
  double[] outcomes(double[] plan);

  /**
   * Gives what a further unit of money in each cell earns, in a weighted sum of the draws.
   *
   * @param plan [decision]: money
   * @param weights [draw]
   * @return [decision]
   */
  double[] gradient(double[] plan, double[] weights);

  /** Gives the weighted sum of the draws. */
  default PlanObjective weighted(double[] weights) {
    return new WeightedDraws(this, weights);
  }
}
