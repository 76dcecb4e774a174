package org.deepcausalmmm.optimizer.problem;

/**
 * The expected incremental outcome of a cell as a function of its money.
 *
 * <p>Unless {@link #ceiling} is overridden the function must not fall as money grows.
 */
public interface SpendResponse {
  /** Returns the incremental outcome of a spend of 0 or more. */
  double value(double spend);

  /** Returns what a further unit of money earns, by default from differences. */
  default double slope(double spend) {
    double step = Math.max(1e-3, 1e-5 * spend);
    double low = Math.max(0, spend - step);
    return (value(spend + step) - value(low)) / (spend + step - low);
  }

  /** Returns the largest spend at which the function is known; infinite if it is everywhere. */
  default double domainEnd() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Returns a number that {@code value(x) - price x} exceeds nowhere between two spends.
   *
   * <p>Proven bounds rest on it; the tighter it is, the smaller the gap that can be proven. By
   * default it uses only that the function does not fall.
   */
  default double ceiling(double from, double to, double price) {
    int parts = to > from ? 8 : 1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < parts; p++) {
      double low = from + (to - from) * p / parts;
      double high = p + 1 == parts ? to : from + (to - from) * (p + 1) / parts;
      highest = Math.max(highest, value(high) - price * (price >= 0 ? low : high));
    }
    return highest;
  }
}
