package org.deepcausalmmm.core.analysis;

/**
 * The accuracy of the forecast of the holdout, with that of naive rules.
 *
 * @param coverage90 share of outcomes inside their 90% interval
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
