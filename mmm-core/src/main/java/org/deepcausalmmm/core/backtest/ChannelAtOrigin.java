package org.deepcausalmmm.core.backtest;

import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Says what the fit at an origin found of a channel.
 *
 * @param origin the last week known, as the data name it
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

  /** Tells whether the channel was on, so that something can be said of its effect. */
  boolean acted() {
    return exposure > 0;
  }
}
