package org.deepcausalmmm.core.backtest;

import org.deepcausalmmm.core.estimate.Interval;
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

  /** Gives the return on spend, or the contribution over exposure where there is no spend. */
  Interval effect() {
    return roi == null ? perExposure : roi;
  }
}
