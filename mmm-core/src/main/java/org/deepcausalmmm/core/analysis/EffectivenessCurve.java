package org.deepcausalmmm.core.analysis;

import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;

/** Says how strong a channel was in each week of the panel, against its own mean of about 1. */
public record EffectivenessCurve(String channel, List<Interval> byWeek) {
  public EffectivenessCurve {
    byWeek = List.copyOf(byWeek);
  }
}
