package org.deepcausalmmm.core.bagging;

/** The variance of estimates over data, of which a few pairs of halves tell little. */
final class BetweenVariance {
  /** The pairs of halves that the mean ratio over channels is worth. */
  static final double PRIOR_PAIRS = 4;

  private BetweenVariance() {}

  /**
   * Returns the variances, each channel's ratio to the posterior's variance shrunk towards the mean
   * ratio over channels.
   *
   * @param own [channel]: as the pairs show it
   * @param within [channel]: variance of the posterior
   */
  static double[] shrunk(double[] own, double[] within, int pairs) {
    double mean = 0;
    for (int c = 0; c < own.length; c++) {
      mean += own[c] / Math.max(within[c], Double.MIN_NORMAL) / own.length;
    }
    double[] shrunk = new double[own.length];
    for (int c = 0; c < own.length; c++) {
      shrunk[c] = (pairs * own[c] + PRIOR_PAIRS * mean * within[c]) / (pairs + PRIOR_PAIRS);
    }
    return shrunk;
  }
}
