package org.deepcausalmmm.core.analysis;

import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * The time-varying effectiveness of a channel in each week of the panel, relative to its mean of
 * about 1.
 */
public record EffectivenessCurve(String channel, List<Interval> byWeek) {
  public EffectivenessCurve {
    byWeek = List.copyOf(byWeek);
  }
}
