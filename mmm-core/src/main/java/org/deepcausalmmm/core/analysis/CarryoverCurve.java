package org.deepcausalmmm.core.analysis;

import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;

/** Says which share of a channel's exposure acts how many weeks later; index 0 is the same week. */
public record CarryoverCurve(String channel, List<Interval> shareByLag) {
  public CarryoverCurve {
    shareByLag = List.copyOf(shareByLag);
  }
}
