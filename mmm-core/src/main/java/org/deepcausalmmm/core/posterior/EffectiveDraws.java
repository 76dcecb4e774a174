package org.deepcausalmmm.core.posterior;

import java.util.Arrays;

/** The effective sample size of a chain of autocorrelated posterior draws. */
public final class EffectiveDraws {
  private EffectiveDraws() {}

  /**
   * Estimates the effective sample size by the initial monotone sequence of the autocorrelations
   * (Geyer 1992, Statistical Science 7).
   *
   * @param chain a quantity in the order of the draws
   * @return from 1, if the chain never moves, to the number of draws
   */
  public static double of(double[] chain) {
    int count = chain.length;
    double mean = Arrays.stream(chain).average().orElse(0);
    double[] centred = Arrays.stream(chain).map(x -> x - mean).toArray();
    double variance = autocovariance(centred, 0);
    if (count < 2 || variance == 0) {
      return 1;
    }
    double time = -1;
    double pair = Double.POSITIVE_INFINITY;
    for (int lag = 0; lag + 1 < count; lag += 2) {
      double next = (autocovariance(centred, lag) + autocovariance(centred, lag + 1)) / variance;
      if (next <= 0) {
        break;
      }
      pair = Math.min(pair, next);
      time += 2 * pair;
    }
    return Math.max(1, count / Math.max(1, time));
  }

  private static double autocovariance(double[] centred, int lag) {
    double sum = 0;
    for (int i = lag; i < centred.length; i++) {
      sum += centred[i] * centred[i - lag];
    }
    return sum / centred.length;
  }
}
