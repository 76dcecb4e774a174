package org.deepcausalmmm.core.analysis;

import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The media effect of a channel, summed over the training weeks, in the data's units.
 *
 * @param spend null for a channel without spend
 * @param exposure the sum of its exposure
 * @param contribution total effect (incremental outcome): its spend is set to 0 and its children
 *     follow
 * @param direct incremental outcome with the exposures of the other channels held
 * @param share contribution share by the path split: what entered with this channel's money, over
 *     the outcome
 * @param roi incremental value over spend; null without spend
 * @param marginalRoi marginal ROI, over the next percent of spend; null without spend
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
