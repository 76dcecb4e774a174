package org.deepcausalmmm.core.diagnostics;

/**
 * The number of independent draws that the draws of several chains are worth.
 *
 * <p>Autocorrelations are taken against the variance over all chains and summed over the initial
 * monotone sequence (Geyer 1992, Statistical Science 7; Vehtari et al. 2021, equations 10 to 13).
 */
final class EffectiveSampleSize {
  private EffectiveSampleSize() {}

  /**
   * Returns the effective sample size; above the number of draws where these alternate.
   *
   * @param chains [chain][draw]
   * @return NaN if all draws are the same
   */
  static double of(double[][] chains) {
    if (!Chains.vary(chains)) {
      return Double.NaN;
    }
    int draws = chains[0].length;
    double[][] centred = new double[chains.length][draws];
    double[] mean = new double[chains.length];
    for (int c = 0; c < chains.length; c++) {
      mean[c] = Chains.mean(chains[c]);
      for (int i = 0; i < draws; i++) {
        centred[c][i] = chains[c][i] - mean[c];
      }
    }
    double within = autocovariance(centred, 0) * draws / (draws - 1);
    double all =
        within * (draws - 1) / draws
            + (chains.length > 1 ? Chains.variance(mean, Chains.mean(mean)) : 0);
    double total = (double) chains.length * draws;
    double time = autocorrelationTime(centred, within, all);
    return total / Math.max(time, 1 / Math.log10(total));
  }

  /** Returns -1 + 2 times the sum of the autocorrelations, in pairs that fall monotonically. */
  private static double autocorrelationTime(double[][] centred, double within, double all) {
    int draws = centred[0].length;
    double even = 1;
    double odd = correlation(centred, 1, within, all);
    double pair = even + odd;
    double sum = 0;
    int lag = 2;
    while (lag + 1 < draws - 1 && even + odd > 0) {
      sum += pair;
      even = correlation(centred, lag, within, all);
      odd = correlation(centred, lag + 1, within, all);
      pair = Math.min(pair, even + odd);
      lag += 2;
    }
    return -1 + 2 * sum + Math.max(0, even);
  }

  private static double correlation(double[][] centred, int lag, double within, double all) {
    return 1 - (within - autocovariance(centred, lag)) / all;
  }

  /** Returns the mean over chains of the biased autocovariance at a lag. */
  private static double autocovariance(double[][] centred, int lag) {
    double sum = 0;
    for (double[] chain : centred) {
      for (int i = lag; i < chain.length; i++) {
        sum += chain[i] * chain[i - lag];
      }
    }
    return sum / centred.length / centred[0].length;
  }
}
