package org.deepcausalmmm.core.analysis;

/**
 * Scores the forecast of the weeks that nothing saw, beside naive rules.
 *
 * @param coverage90 the share of outcomes inside their 90% interval
 * @param seasonalRmse NaN if there is less than a year of training
 */
public record HoldoutScores(
    int weeks,
    double r2,
    double rmse,
    double wmape,
    double coverage90,
    double lastValueRmse,
    double last4MeanRmse,
    double seasonalRmse,
    double trainMeanRmse) {}
