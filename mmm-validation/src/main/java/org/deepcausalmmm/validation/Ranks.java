package org.deepcausalmmm.validation;

import org.deepcausalmmm.core.numeric.Statistics;

/** Rank statistics. */
final class Ranks {
  private Ranks() {}

  /** Returns Spearman's rank correlation, ties at their mean rank; NaN if either does not vary. */
  static double rankCorrelation(double[] a, double[] b) {
    return Statistics.correlation(ranks(a), ranks(b));
  }

  /** Returns the rank of each value in ascending order, from 1, ties at their mean. */
  static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = 0;
      int same = 0;
      for (double value : values) {
        below += value < values[i] ? 1 : 0;
        same += value == values[i] ? 1 : 0;
      }
      ranks[i] = below + (same + 1) / 2.0;
    }
    return ranks;
  }

  /**
   * Returns the probability that a true case scores higher than a false one, ties counting half:
   * the area under the receiver's operating curve, by the statistic of Mann and Whitney (1947).
   *
   * @return NaN if all cases are true or all false
   */
  static double areaUnderCurve(double[] scores, boolean[] isTrue) {
    double[] ranks = ranks(scores);
    double sum = 0;
    long positives = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += isTrue[i] ? ranks[i] : 0;
      positives += isTrue[i] ? 1 : 0;
    }
    long negatives = scores.length - positives;
    double most = (double) positives * negatives;
    return most == 0 ? Double.NaN : (sum - positives * (positives + 1) / 2.0) / most;
  }
}
