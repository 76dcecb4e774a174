package org.deepcausalmmm.optimizer.risk;

import org.deepcausalmmm.optimizer.problem.PlanObjective;

/** The earnings of a plan in every posterior draw. */
public interface PlanDraws {
  /** Returns how many draws there are. */
  int count();

  /**
   * Returns the incremental outcome of a plan in every draw.
   *
   * @param plan [decision]: money
   * @return [draw]
   */
  double[] outcomes(double[] plan);

  /**
   * Returns what a further unit of money in each cell earns, in a weighted sum of the draws.
   *
   * @param plan [decision]: money
   * @param weights [draw]
   * @return [decision]
   */
  double[] gradient(double[] plan, double[] weights);

  /** Returns the weighted sum of the draws. */
  default PlanObjective weighted(double[] weights) {
    return new WeightedDraws(this, weights);
  }
}
