package org.deepcausalmmm.core.bagging;

import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The effect of a channel under the bagged posterior, which is the wider one.
 *
 * @param contribution total effect, in the data's units
 * @param roi incremental value over spend; null without spend
 * @param within standard deviation of the logarithm of the effect over posterior draws
 * @param between the same over halves of the data, by which draws are spread in addition
 * @param byRegions the part of it that halves of the regions show; NaN without
 * @param byQuarters the part of it that halves of the quarters show
 * @param mismatch index of how far the model is from the data, from -1 to 1; 0 if the model
 *     describes them (Huggins and Miller, arXiv 1912.07104)
 */
public record BaggedChannel(
    String channel,
    Interval contribution,
    @Nullable Interval roi,
    double within,
    double between,
    double byRegions,
    double byQuarters,
    double mismatch) {}
