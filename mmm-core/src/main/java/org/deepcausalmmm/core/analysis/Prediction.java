package org.deepcausalmmm.core.analysis;

/**
 * Is the expected outcome of every region and week, training and holdout.
 *
 * @param mean [region][week]
 * @param lower [region][week]: 5% quantile, observation noise included
 * @param upper [region][week]: 95% quantile, observation noise included
 * @param totalLower [week]: 5% quantile of the sum over the regions whose outcome is known in that
 *     week, observation noise included; 0 if there is none
 * @param totalUpper [week]: 95% quantile of that sum
 * @param trainWeeks how many weeks were used for fitting; the rest is holdout
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record Prediction(
    double[][] mean,
    double[][] lower,
    double[][] upper,
    double[] totalLower,
    double[] totalUpper,
    int trainWeeks) {}
