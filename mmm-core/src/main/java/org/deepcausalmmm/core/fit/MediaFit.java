package org.deepcausalmmm.core.fit;

import java.util.List;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.model.ExposureOrigins;

/**
 * The maximum a posteriori media parameters and the covariance they were found under.
 *
 * @param theta media parameters, on the scale of estimation
 * @param origins the split exposures that the parameters belong to
 * @param covariance the covariance at the end of training
 * @param baseline precision of the baseline alone, over the weeks of the media likelihood
 * @param marginal precision with time-varying effectiveness and demand capture integrated out
 * @param noisePrecision [region][week]: 1 / noise variance of every observation, those outside the
 *     media likelihood among them
 * @param losses loss at the end of each round; rounds differ in their variances
 * @param gradientNorm Euclidean norm of the gradient at the end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MediaFit(
    double[] theta,
    ExposureOrigins origins,
    ResidualCovariance covariance,
    PrecisionOperator baseline,
    PrecisionOperator marginal,
    double[][] noisePrecision,
    List<Double> losses,
    double gradientNorm) {}
