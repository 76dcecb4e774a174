package org.deepcausalmmm.core.fit;

import java.util.List;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.core.model.ExposureOrigins;

/**
 * What training found.
 *
 * @param theta the most probable media parameters, on the scale of estimation
 * @param origins the exposures that the parameters belong to
 * @param season of the baseline
 * @param operator the baseline's covariance at the end, over the weeks that media learned from
 * @param precision [region][week]: 1 / noise variance of every observation, the others among them
 * @param moving the same with movement of effectiveness, and with demand that spend tells of,
 *     integrated out
 * @param movement standard deviation of the first wave of moving effectiveness; 0 if it does not
 *     move
 * @param elasticity standard deviation of the elasticities of spend to demand; NaN if spend tells
 *     nothing of it
 * @param regionScale [region]: how strongly the shared baseline acts
 * @param losses the loss at the end of each round; rounds differ in their variances
 * @param gradientNorm Euclidean norm of the gradient at the end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MediaFit(
    double[] theta,
    ExposureOrigins origins,
    Season season,
    PrecisionOperator operator,
    double[][] precision,
    PrecisionOperator moving,
    double movement,
    double elasticity,
    double[] regionScale,
    NoiseModel noise,
    List<Double> losses,
    double gradientNorm) {}
