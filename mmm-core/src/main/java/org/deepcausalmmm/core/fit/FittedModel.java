package org.deepcausalmmm.core.fit;

import java.util.List;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.estimate.EdgeEstimate;

/**
 * A fitted model and the data that it was fitted to.
 *
 * @param trainWeeks number of training weeks; the other weeks of the panel are the holdout
 * @param equations how channels drive each other
 * @param edges the same with uncertainty, for tables
 * @param earlier assumption about the exposure before the data
 * @param theta the estimate of the media parameters, on the scale of estimation
 * @param draws [draw][parameter] of the posterior, likewise
 * @param season of the baseline
 * @param variances of the baseline
 * @param baselineScale [region]: loading of the shared baseline
 * @param precision [region][week]: 1 / noise variance of each observation in training
 * @param noiseScale [region]: noise relative to a typical region's
 * @param effectiveness [week][channel] over all weeks of the panel: multiplier of the response
 * @param effectivenessSd likewise: standard deviation of its logarithm, 0 where it is constant
 * @param record how training went
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record FittedModel(
    Configuration configuration,
    Panel panel,
    DataReport dataReport,
    int trainWeeks,
    StructuralEquations equations,
    List<EdgeEstimate> edges,
    EarlierExposure earlier,
    double[] theta,
    double[][] draws,
    Season season,
    Variances variances,
    double[] baselineScale,
    double[][] precision,
    double[] noiseScale,
    double[][] effectiveness,
    double[][] effectivenessSd,
    TrainingRecord record) {
  public FittedModel {
    edges = List.copyOf(edges);
  }

  /** Returns the model without posterior draws, for uses that need the estimate only. */
  public FittedModel withoutDraws() {
    return new FittedModel(
        configuration,
        panel,
        dataReport,
        trainWeeks,
        equations,
        edges,
        earlier,
        theta,
        new double[0][],
        season,
        variances,
        baselineScale,
        precision,
        noiseScale,
        effectiveness,
        effectivenessSd,
        record);
  }

  /**
   * The record of training.
   *
   * @param losses the loss at the end of each round; rounds differ in their variances
   * @param gradientNorm Euclidean norm of the gradient at the end
   * @param seconds duration in seconds
   * @param lossParameter value of the loss parameter; NaN without one
   * @param acceptance mean probability of acceptance of the sampler's proposals; NaN if the draws
   *     are those of Laplace's approximation
   * @param elasticity standard deviation of the elasticities of the channels' spend to a region's
   *     demand; NaN where spend reveals nothing of it
   */
  public record TrainingRecord(
      List<Double> losses,
      double gradientNorm,
      double seconds,
      double lossParameter,
      double acceptance,
      double elasticity) {
    public TrainingRecord {
      losses = List.copyOf(losses);
    }
  }
}
