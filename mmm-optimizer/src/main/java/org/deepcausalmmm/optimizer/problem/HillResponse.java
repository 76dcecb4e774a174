package org.deepcausalmmm.optimizer.problem;

/**
 * Is the Hill curve {@code most x^shape / (half^shape + x^shape)}: concave for a shape of 1 or
 * less, S-shaped above.
 *
 * @param most the outcome that is approached
 * @param half the money at which half of it is reached
 * @param shape the steepness
 */
public record HillResponse(double most, double half, double shape) implements ResponseFunction {
  public HillResponse {
    if (!(most >= 0 && half > 0 && shape > 0)) {
      throw new IllegalArgumentException(
          "most %s, half %s, shape %s; give positive numbers.".formatted(most, half, shape));
    }
  }

  @Override
  public double value(double spend) {
    return spend <= 0 ? 0 : most / (1 + Math.pow(half / spend, shape));
  }

  @Override
  public double slope(double spend) {
    double at = Math.max(spend, 1e-9 * half);
    double odds = Math.pow(half / at, shape);
    return most * shape * odds / (at * (1 + odds) * (1 + odds));
  }

  @Override
  public double ceiling(double from, double to, double price) {
    double inflection = shape <= 1 ? 0 : half * Math.pow((shape - 1) / (shape + 1), 1 / shape);
    double ends = Math.max(net(from, price), net(to, price));
    // Convex below the inflection, where an end is the highest point.
    return to <= inflection ? ends : Math.max(ends, concave(Math.max(from, inflection), to, price));
  }

  /** Narrows the interval of the stationary point and bounds what is left by monotonicity. */
  private double concave(double from, double to, double price) {
    double low = from;
    double high = to;
    if (slope(high) >= price || slope(low) <= price) {
      return Math.max(net(low, price), net(high, price));
    }
    for (int step = 0; step < 40; step++) {
      double middle = 0.5 * (low + high);
      if (slope(middle) > price) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return value(high) - Math.min(price * low, price * high);
  }

  private double net(double spend, double price) {
    return value(spend) - price * spend;
  }
}
