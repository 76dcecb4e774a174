package org.deepcausalmmm.core.analysis;

import org.deepcausalmmm.core.numeric.Statistics;
import org.deepcausalmmm.data.estimate.Interval;

/** Credible intervals from posterior draws, by interpolation between order statistics. */
final class Intervals {
  private static final double LOWER = 0.05;
  private static final double UPPER = 0.95;

  private Intervals() {}

  /** Returns the point estimate with its 90% credible interval, widened to include the estimate. */
  static Interval interval(double estimate, double[] draws) {
    if (draws.length == 0) {
      return new Interval(estimate, Double.NaN, Double.NaN);
    }
    return new Interval(
        estimate,
        Math.min(estimate, Statistics.quantile(draws, LOWER)),
        Math.max(estimate, Statistics.quantile(draws, UPPER)));
  }
}
