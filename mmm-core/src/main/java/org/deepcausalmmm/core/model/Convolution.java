package org.deepcausalmmm.core.model;

/** Causal convolutions of padded series, four entries at a time. */
final class Convolution {
  private Convolution() {}

  /**
   * Computes out[t] = sum over l of kernel[l] series[t - l].
   *
   * @param series padded: entry t stands at {@code from + t}, with as many entries before it as
   *     there are lags
   * @param at where the result begins
   */
  static void apply(double[] kernel, double[] series, int from, int weeks, double[] out, int at) {
    int t = 0;
    for (; t + 3 < weeks; t += 4) {
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      int p = from + t;
      for (int l = 0; l < kernel.length; l++) {
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
      for (int l = 0; l < kernel.length; l++) {
        a += kernel[l] * series[from + t - l];
      }
      out[at + t] = a;
    }
  }

  /** Adds sum over t of weight[at + t] series[t - l] to each sum[l]. */
  static void addCorrelation(
      double[] weight, int at, double[] series, int from, int weeks, double[] sum) {
    int l = 0;
    for (; l + 3 < sum.length; l += 4) {
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
    for (; l < sum.length; l++) {
      double a = 0;
      for (int t = 0; t < weeks; t++) {
        a += weight[at + t] * series[from + t - l];
      }
      sum[l] += a;
    }
  }
}
