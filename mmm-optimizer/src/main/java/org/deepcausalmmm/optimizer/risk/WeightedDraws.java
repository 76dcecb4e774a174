package org.deepcausalmmm.optimizer.risk;

import org.deepcausalmmm.optimizer.problem.PlanObjective;

/**
 * A weighted sum of draws.
 *
 * @param weights [draw]
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record WeightedDraws(PlanDraws draws, double[] weights) implements PlanObjective {
  @Override
  public double value(double[] plan) {
    double[] outcomes = draws.outcomes(plan);
    double sum = 0;
    for (int d = 0; d < outcomes.length; d++) {
      sum += weights[d] * outcomes[d];
    }
    return sum;
  }

  @Override
  public double[] gradient(double[] plan) {
    return draws.gradient(plan, weights);
  }
}
