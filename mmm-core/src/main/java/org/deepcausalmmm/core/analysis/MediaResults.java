package org.deepcausalmmm.core.analysis;

import java.util.List;
import org.deepcausalmmm.data.estimate.EdgeEstimate;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * The effects of media in a fitted model.
 *
 * @param share contribution share of all media in the outcome
 * @param evidence for each channel, in their order; empty before it was examined
 * @param draws the posterior draws of each channel's effect; empty if they were not kept
 */
public record MediaResults(
    List<ChannelEffect> channels,
    Interval share,
    List<ResponseCurve> responseCurves,
    List<CarryoverCurve> carryover,
    List<EffectivenessCurve> effectiveness,
    List<EdgeEstimate> edges,
    List<ChannelEvidence> evidence,
    List<ChannelDraws> draws) {
  public MediaResults {
    channels = List.copyOf(channels);
    responseCurves = List.copyOf(responseCurves);
    carryover = List.copyOf(carryover);
    effectiveness = List.copyOf(effectiveness);
    edges = List.copyOf(edges);
    evidence = List.copyOf(evidence);
    draws = List.copyOf(draws);
  }

  /** Returns a copy with the evidence for each channel. */
  public MediaResults withEvidence(List<ChannelEvidence> found) {
    return new MediaResults(
        channels, share, responseCurves, carryover, effectiveness, edges, found, draws);
  }
}
