package org.deepcausalmmm.optimizer.risk;

import java.util.List;
import org.deepcausalmmm.optimizer.problem.SpendResponse;

/**
 * A weighted sum of responses.
 *
 * @param weights [draw]: above 0
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record WeightedResponse(List<SpendResponse> draws, double[] weights) implements SpendResponse {
  @Override
  public double value(double spend) {
    double sum = 0;
    for (int d = 0; d < weights.length; d++) {
      sum += weights[d] * draws.get(d).value(spend);
    }
    return sum;
  }

  @Override
  public double slope(double spend) {
    double sum = 0;
    for (int d = 0; d < weights.length; d++) {
      sum += weights[d] * draws.get(d).slope(spend);
    }
    return sum;
  }

  @Override
  public double domainEnd() {
    return draws.stream().mapToDouble(SpendResponse::domainEnd).min().orElseThrow();
  }

  /**
   * Bounds the sum by the sum of bounds in which every draw pays its own slope.
   *
   * <p>The prices add up to the price of the sum. As each is nearly the draw's slope, the bounds
   * exceed the draws only by their curvature.
   */
  @Override
  public double ceiling(double from, double to, double price) {
    double width = Math.max(to - from, 1e-9);
    double total = 0;
    double sloped = 0;
    double[] slopes = new double[weights.length];
    for (int d = 0; d < weights.length; d++) {
      slopes[d] = (draws.get(d).value(to) - draws.get(d).value(from)) / width;
      sloped += weights[d] * slopes[d];
      total += weights[d];
    }
    double shift = (price - sloped) / total;
    double sum = 0;
    for (int d = 0; d < weights.length; d++) {
      sum += weights[d] * draws.get(d).ceiling(from, to, slopes[d] + shift);
    }
    return sum;
  }
}
