package org.deepcausalmmm.core.analysis;

import java.util.Arrays;
import org.deepcausalmmm.data.estimate.Interval;

/** Reads quantiles off draws, interpolating between order statistics. */
final class Quantiles {
  static final double LOWER = 0.05;
  static final double UPPER = 0.95;

  private Quantiles() {}

  /** Returns a quantile of values, which are sorted in place. */
  static double ofSorted(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** Returns the point estimate with the central 90% of draws, widened to hold the estimate. */
  static Interval interval(double estimate, double[] draws) {
    return between(estimate, draws, LOWER, UPPER);
  }

  /** Returns the point estimate with the central 50% of draws, widened likewise. */
  static Interval half(double estimate, double[] draws) {
    return between(estimate, draws, 0.25, 0.75);
  }

  private static Interval between(double estimate, double[] draws, double lower, double upper) {
    if (draws.length == 0) {
      return new Interval(estimate, Double.NaN, Double.NaN);
    }
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    return new Interval(
        estimate,
        Math.min(estimate, ofSorted(sorted, lower)),
        Math.max(estimate, ofSorted(sorted, upper)));
  }
}
