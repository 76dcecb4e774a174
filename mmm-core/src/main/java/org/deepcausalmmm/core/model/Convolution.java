package org.deepcausalmmm.core.model;

import org.deepcausalmmm.core.numeric.Grid;

/**
 * Causal convolutions of the padded series of several regions, and their transpose, four entries at
 * a time.
 *
 * @param lead number of entries of each series before its first week
 */
record Convolution(int regions, int weeks, int lead) {
  /** Lags whose weights are smaller than this are left out: they are 0 but for rounding. */
  private static final double NEGLIGIBLE = 1e-12;

  /** Returns how many lags of a kernel count. */
  static int lags(double[] kernel) {
    int count = kernel.length;
    while (count > 1 && Math.abs(kernel[count - 1]) < NEGLIGIBLE) {
      count--;
    }
    return count;
  }

  /** Returns where the first week of a region stands in padded series. */
  private int start(int region) {
    return region * (lead + weeks) + lead;
  }

  /**
   * Computes out[t] = sum over l of kernel[l] series[t - l] in one region.
   *
   * @param lags number of lags that count
   * @param out [region * week]
   */
  void apply(double[] kernel, int lags, double[] series, int region, double[] out) {
    int from = start(region);
    int at = new Grid(regions, weeks).start(region);
    int t = 0;
    for (; t + 3 < weeks; t += 4) {
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      int p = from + t;
      for (int l = 0; l < lags; l++) {
        double k = kernel[l];
        a += k * series[p - l];
        b += k * series[p - l + 1];
        c += k * series[p - l + 2];
        d += k * series[p - l + 3];
      }
      out[at + t] = a;
      out[at + t + 1] = b;
      out[at + t + 2] = c;
      out[at + t + 3] = d;
    }
    for (; t < weeks; t++) {
      double a = 0;
      for (int l = 0; l < lags; l++) {
        a += kernel[l] * series[from + t - l];
      }
      out[at + t] = a;
    }
  }

  /**
   * Adds the sum over the weeks of a region of weight[t] series[t - l] for each lag l.
   *
   * @param weight [region * week]
   * @param lags number of lags that count
   * @param sum [lag]
   */
  void addCorrelation(double[] weight, double[] series, int region, int lags, double[] sum) {
    int from = start(region);
    int at = new Grid(regions, weeks).start(region);
    int l = 0;
    for (; l + 3 < lags; l += 4) {
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      int p = from - l;
      for (int t = 0; t < weeks; t++) {
        double w = weight[at + t];
        a += w * series[p + t];
        b += w * series[p + t - 1];
        c += w * series[p + t - 2];
        d += w * series[p + t - 3];
      }
      sum[l] += a;
      sum[l + 1] += b;
      sum[l + 2] += c;
      sum[l + 3] += d;
    }
    for (; l < lags; l++) {
      double a = 0;
      for (int t = 0; t < weeks; t++) {
        a += weight[at + t] * series[from + t - l];
      }
      sum[l] += a;
    }
  }
}
