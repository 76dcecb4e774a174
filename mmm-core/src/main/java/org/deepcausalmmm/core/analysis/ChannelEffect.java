package org.deepcausalmmm.core.analysis;

import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Says what a channel did, summed over the weeks used for fitting, in the data's units.
 *
 * @param spend null for a channel without spend
 * @param exposure the sum of its exposure
 * @param contribution total effect: its spend is set to 0 and its children follow
 * @param direct effect with the exposures of the other channels held
 * @param share path split: what entered with this channel's money, over the outcome
 * @param roi incremental value over spend; null without spend
 * @param marginalRoi the same for the next percent of spend; null without spend
 */
public record ChannelEffect(
    String channel,
    @Nullable Double spend,
    double exposure,
    Interval contribution,
    Interval direct,
    Interval share,
    @Nullable Interval roi,
    @Nullable Interval marginalRoi) {}
