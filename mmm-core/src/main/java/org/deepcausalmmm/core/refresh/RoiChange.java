package org.deepcausalmmm.core.refresh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * The change of a channel's ROI when weeks are added.
 *
 * @param before over the weeks of the earlier fit
 * @param after over all weeks fitted
 */
public record RoiChange(String channel, Interval before, Interval after) {

  /**
   * Returns the changes of ROI between two fits.
   *
   * @param before the earlier ROI of each channel that has spend, by name
   */
  public static List<RoiChange> between(Map<String, Interval> before, List<ChannelEffect> after) {
    Map<String, Interval> earlier = new HashMap<>(before);
    List<RoiChange> changes = new ArrayList<>();
    for (ChannelEffect channel : after) {
      Interval roi = channel.roi();
      Interval old = earlier.get(channel.channel());
      if (roi != null && old != null) {
        changes.add(new RoiChange(channel.channel(), old, roi));
      }
    }
    return changes;
  }

  /** Returns the relative change of ROI. */
  public double relative() {
    return after.mean() / before.mean() - 1;
  }

  /** Returns whether the new ROI lies in the earlier interval. */
  public boolean inside() {
    return after.mean() >= before.lower() && after.mean() <= before.upper();
  }
}
