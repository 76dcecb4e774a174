package org.deepcausalmmm.core.analysis;

import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * The adstock kernel of a channel: the share of its exposure that acts at each lag in weeks, from
 * lag 0.
 */
public record CarryoverCurve(String channel, List<Interval> shareByLag) {
  public CarryoverCurve {
    shareByLag = List.copyOf(shareByLag);
  }
}
