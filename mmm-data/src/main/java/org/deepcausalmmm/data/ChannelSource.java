package org.deepcausalmmm.data;

import org.jspecify.annotations.Nullable;

/**
 * Where the figures of a channel come from.
 *
 * @param national whether they are known for all regions together only, and were spread by
 *     population: then regions tell nothing of differences in its effect
 * @param contacts reach and frequency; null if only their product or the spend is known
 */
public record ChannelSource(boolean national, @Nullable ReachFrequency contacts) {
  /** A channel of which each region's exposure is known as it stands. */
  public static final ChannelSource PLAIN = new ChannelSource(false, null);

  ChannelSource firstWeeks(int count) {
    return contacts == null ? this : new ChannelSource(national, contacts.firstWeeks(count));
  }
}
