package org.deepcausalmmm.core.backtest;

import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * The effect of a channel as estimated at an origin.
 *
 * @param origin the last training week, as the data name it
 */
public record ChannelAtOrigin(String origin, int trainWeeks, ChannelEffect effect) {
  /** Returns the name of the channel. */
  public String channel() {
    return effect.channel();
  }

  /** Returns contribution over exposure. */
  public Interval perExposure() {
    return effect.contribution().times(1 / Math.max(effect.exposure(), Double.MIN_NORMAL));
  }

  /** Returns whether the channel had any exposure, so that its effect can be estimated. */
  boolean acted() {
    return effect.exposure() > 0;
  }
}
