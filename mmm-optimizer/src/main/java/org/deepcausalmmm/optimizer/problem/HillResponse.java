package org.deepcausalmmm.optimizer.problem;

/**
 * The Hill curve {@code most x^shape / (half^shape + x^shape)}: concave for a shape of 1 or less,
 * S-shaped above.
 *
 * @param most the outcome that is approached
 * @param half the money at which half of it is reached
 * @param shape the steepness
 */
public record HillResponse(double most, double half, double shape) implements SpendResponse {
  /** After these the tangents lie above the curve by a thousandth of what they did, squared. */
  private static final int HALVINGS = 10;

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

  /** Narrows the interval of the stationary point; the tangents at its ends lie above the curve. */
  private double concave(double from, double to, double price) {
    double low = Math.max(from, 1e-9 * half); // the slope at 0 may be infinite
    double high = Math.max(to, low);
    double rising = slope(low) - price;
    double falling = slope(high) - price;
    double ends = Math.max(net(from, price), net(high, price));
    if (falling >= 0 || rising <= 0) {
      return Math.max(ends, net(low, price));
    }
    for (int step = 0; step < HALVINGS; step++) {
      double middle = 0.5 * (low + high);
      double slope = slope(middle) - price;
      if (slope > 0) {
        low = middle;
        rising = slope;
      } else {
        high = middle;
        falling = slope;
      }
    }
    double atLow = net(low, price);
    double crossing = (net(high, price) - atLow - falling * (high - low)) / (rising - falling);
    return Math.max(ends, atLow + rising * Math.max(0, crossing));
  }

  private double net(double spend, double price) {
    return value(spend) - price * spend;
  }
}
