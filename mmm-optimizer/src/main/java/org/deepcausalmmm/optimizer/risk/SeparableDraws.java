package org.deepcausalmmm.optimizer.risk;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.deepcausalmmm.optimizer.problem.SpendResponse;

/**
 * The sum, in every draw, of the responses of cells that do not act on each other.
 *
 * @param responses [decision][draw]
 */
public record SeparableDraws(List<List<SpendResponse>> responses) implements PlanDraws {
  public SeparableDraws {
    responses = responses.stream().map(List::copyOf).toList();
  }

  @Override
  public int count() {
    return responses.get(0).size();
  }

  @Override
  public double[] outcomes(double[] plan) {
    double[] outcomes = new double[count()];
    for (int i = 0; i < plan.length; i++) {
      for (int d = 0; d < outcomes.length; d++) {
        outcomes[d] += responses.get(i).get(d).value(plan[i]);
      }
    }
    return outcomes;
  }

  @Override
  public double[] gradient(double[] plan, double[] weights) {
    double[] gradient = new double[plan.length];
    for (int i = 0; i < plan.length; i++) {
      for (int d = 0; d < weights.length; d++) {
        if (weights[d] != 0) {
          gradient[i] += weights[d] * responses.get(i).get(d).slope(plan[i]);
        }
      }
    }
    return gradient;
  }

  /** Returns the weighted sum of the draws, which is separable again. */
  @Override
  public SeparableObjective weighted(double[] weights) {
    List<SpendResponse> sums = new ArrayList<>();
    for (List<SpendResponse> draws : responses) {
      List<SpendResponse> kept = new ArrayList<>();
      List<Double> factors = new ArrayList<>();
      for (int d = 0; d < weights.length; d++) {
        if (weights[d] != 0) {
          kept.add(draws.get(d));
          factors.add(weights[d]);
        }
      }
      sums.add(
          new WeightedResponse(kept, factors.stream().mapToDouble(Double::doubleValue).toArray()));
    }
    return new SeparableObjective(sums);
  }
}
