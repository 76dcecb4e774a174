package org.deepcausalmmm.core.analysis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The posterior draws of a channel's effect, summed over the training weeks.
 *
 * @param contribution [draw]: total effect, in the data's units
 * @param roi [draw]: incremental value over spend; null without spend
 * @param likelihood log ROI without the prior of the channel's share; null where log ROI is
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record ChannelDraws(
    String channel,
    double[] contribution,
    double @Nullable [] roi,
    @Nullable LikelihoodRoi likelihood) {
  /** Below this share of draws with an ROI above 0, its logarithm describes nothing. */
  private static final double LEAST_POSITIVE = 0.9;

  // Spelled out, as a compact constructor loses the nullability of arrays in its class file.
  public ChannelDraws(
      String channel,
      double[] contribution,
      double @Nullable [] roi,
      @Nullable LikelihoodRoi likelihood) {
    this.channel = channel;
    this.contribution = contribution;
    this.roi = roi;
    this.likelihood = likelihood;
  }

  /** Returns the mean of the logarithm of ROI; NaN where ROI is unknown or often not above 0. */
  public double logRoiMean() {
    return Arrays.stream(logRoi()).average().orElse(Double.NaN);
  }

  /** Returns the standard deviation of the logarithm of ROI; NaN likewise. */
  public double logRoiSd() {
    double[] log = logRoi();
    double mean = Arrays.stream(log).average().orElse(Double.NaN);
    double square = Arrays.stream(log).map(x -> (x - mean) * (x - mean)).sum();
    return log.length < 2 ? Double.NaN : Math.sqrt(square / (log.length - 1));
  }

  private double[] logRoi() {
    double[] draws = roi;
    if (draws == null) {
      return new double[0];
    }
    double[] log = Arrays.stream(draws).filter(x -> x > 0).map(Math::log).toArray();
    return log.length < LEAST_POSITIVE * draws.length ? new double[0] : log;
  }
}
