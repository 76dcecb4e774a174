package org.deepcausalmmm.core.analysis;

/**
 * Is the expected outcome of every region and week, training and holdout.
 *
 * @param mean [region][week]
 * @param lower [region][week]: 5% quantile, observation noise included
 * @param upper [region][week]: 95% quantile, observation noise included
 * @param trainWeeks how many weeks were used for fitting; the rest is holdout
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record Prediction(double[][] mean, double[][] lower, double[][] upper, int trainWeeks) {}
