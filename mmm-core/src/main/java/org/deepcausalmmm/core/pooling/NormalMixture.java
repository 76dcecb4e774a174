package org.deepcausalmmm.core.pooling;

import org.hipparchus.special.Erf;

/**
 * A mixture of normal distributions.
 *
 * @param weight [component]: sums to 1
 * @param mean [component]
 * @param sd [component]: above 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NormalMixture(double[] weight, double[] mean, double[] sd) {
  private static final double REACH = 9;
  private static final int HALVINGS = 60;

  /** Returns the mean. */
  double center() {
    double sum = 0;
    for (int k = 0; k < weight.length; k++) {
      sum += weight[k] * mean[k];
    }
    return sum;
  }

  /** Returns a quantile, by halving. */
  double quantile(double probability) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < weight.length; k++) {
      low = Math.min(low, mean[k] - REACH * sd[k]);
      high = Math.max(high, mean[k] + REACH * sd[k]);
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (distribution(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double distribution(double x) {
    double sum = 0;
    for (int k = 0; k < weight.length; k++) {
      sum += weight[k] * Erf.erfc((mean[k] - x) / (sd[k] * Math.sqrt(2))) / 2;
    }
    return sum;
  }
}
