package org.deepcausalmmm.validation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deepcausalmmm.core.analysis.ChannelEvidence.Grade;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.data.estimate.EdgeEstimate;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * The estimates of a fit that can be compared with a world's truth.
 *
 * @param outcomeTotal the outcome of the region-weeks that were fitted
 * @param mediaShare share of all media in it
 * @param edges every edge with a posterior probability
 * @param health the verdicts of all checks
 */
public record WorldEstimate(
    double outcomeTotal,
    Interval mediaShare,
    List<ChannelEstimate> channels,
    List<EdgeEstimate> edges,
    List<HealthCheck> health) {

  /**
   * The estimates of a channel.
   *
   * @param contribution total effect with its 90% interval
   * @param half the same with its 50% interval
   * @param direct effect with the others' exposures held, with its 90% interval
   * @param curve incremental outcome with its 90% interval, by multiplier of the spend
   * @param grade of the evidence
   * @param effectiveness by week, against its own mean, with its 90% interval
   */
  public record ChannelEstimate(
      String name,
      Interval contribution,
      Interval half,
      Interval direct,
      Grade grade,
      SortedMap<Double, Interval> curve,
      List<Interval> effectiveness) {
    public ChannelEstimate {
      curve = Collections.unmodifiableSortedMap(new TreeMap<>(curve));
      effectiveness = List.copyOf(effectiveness);
    }
  }

  public WorldEstimate {
    channels = List.copyOf(channels);
    edges = List.copyOf(edges);
    health = List.copyOf(health);
  }
}
