package org.deepcausalmmm.core.pooling;

import java.util.Arrays;
import java.util.stream.IntStream;
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

  /** Components that weigh less than this share of the heaviest change no digit that is shown. */
  private static final double NEGLIGIBLE = 1e-5;

  private static final int HALVINGS = 18;

  /** Returns a quantile, by halving. */
  double quantile(double probability) {
    double heaviest = Arrays.stream(weight).max().orElseThrow();
    int[] kept =
        IntStream.range(0, weight.length).filter(k -> weight[k] > NEGLIGIBLE * heaviest).toArray();
    double total = Arrays.stream(kept).mapToDouble(k -> weight[k]).sum();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int k : kept) {
      low = Math.min(low, mean[k] - REACH * sd[k]);
      high = Math.max(high, mean[k] + REACH * sd[k]);
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (distribution(middle, kept) < probability * total) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double distribution(double x, int[] components) {
    double sum = 0;
    for (int k : components) {
      sum += weight[k] * Erf.erfc((mean[k] - x) / (sd[k] * Math.sqrt(2))) / 2;
    }
    return sum;
  }
}
