package org.deepcausalmmm.core.backtest;

import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The effect of a channel as estimated at an origin.
 *
 * @param origin the last training week, as the data name it
 * @param roi null without spend
 * @param perExposure contribution over exposure
 */
public record ChannelAtOrigin(
    String channel,
    String origin,
    int trainWeeks,
    @Nullable Double spend,
    double exposure,
    Interval contribution,
    Interval share,
    @Nullable Interval roi,
    Interval perExposure) {

  /** Returns whether the channel had any exposure, so that its effect can be estimated. */
  boolean acted() {
    return exposure > 0;
  }
}
