package org.deepcausalmmm.optimizer.risk;

import java.util.Arrays;
import org.deepcausalmmm.optimizer.problem.PlanObjective;

/**
 * A measure of risk over the draws.
 *
 * <p>The gradient is that of the draws that have weight at the plan. A quantile rests on one or two
 * draws and jumps between them, so its gradient is averaged over the draws near it.
 */
public record RiskObjective(PlanDraws draws, Risk risk) implements PlanObjective {
  /** The half-width, as a share of all draws, over which a quantile's gradient is averaged. */
  private static final double WIDTH = 0.05;

  @Override
  public double value(double[] plan) {
    return risk.of(draws.outcomes(plan));
  }

  @Override
  public double[] gradient(double[] plan) {
    double[] outcomes = draws.outcomes(plan);
    double[] weights =
        risk.measure() == Risk.Measure.QUANTILE ? near(outcomes) : risk.weights(outcomes);
    return draws.gradient(plan, weights);
  }

  private double[] near(double[] outcomes) {
    double[] sorted = outcomes.clone();
    Arrays.sort(sorted);
    double place = risk.level() * (outcomes.length - 1);
    int reach = (int) Math.ceil(WIDTH * outcomes.length);
    double low = sorted[(int) Math.max(0, Math.floor(place) - reach)];
    double high = sorted[(int) Math.min(outcomes.length - 1, Math.ceil(place) + reach)];
    double[] weights = new double[outcomes.length];
    int count = 0;
    for (int d = 0; d < outcomes.length; d++) {
      if (outcomes[d] >= low && outcomes[d] <= high) {
        weights[d] = 1;
        count++;
      }
    }
    for (int d = 0; d < outcomes.length; d++) {
      weights[d] /= count;
    }
    return weights;
  }
}
