package org.deepcausalmmm.core.fit;

import java.util.List;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.baseline.BaselineForm;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.estimate.EdgeEstimate;
import org.jspecify.annotations.Nullable;

/**
 * A fitted model and the data that it was fitted to.
 *
 * @param configuration as the fit settled it
 * @param data the panel and the weeks used
 * @param structure how channels drive each other
 * @param media the media parameters and their posterior draws
 * @param baseline the baseline
 * @param noise the noise of the observations
 * @param effectivenessPath time-varying effectiveness over all weeks of the panel
 * @param record the record of training
 */
public record FittedModel(
    Configuration configuration,
    FittedData data,
    FittedStructure structure,
    FittedParameters media,
    FittedBaseline baseline,
    FittedNoise noise,
    EffectivenessPath effectivenessPath,
    TrainingRecord record) {

  /**
   * The data of a fit.
   *
   * @param trainWeeks number of training weeks; the other weeks of the panel are the holdout
   */
  public record FittedData(Panel panel, DataReport report, int trainWeeks) {}

  /**
   * The structure of a fit.
   *
   * @param equations how channels drive each other
   * @param edges the same with uncertainty, for tables
   */
  public record FittedStructure(StructuralEquations equations, List<EdgeEstimate> edges) {
    public FittedStructure {
      edges = List.copyOf(edges);
    }
  }

  /**
   * The media parameters of a fit, on the scale of estimation.
   *
   * @param earlier assumption about the exposure before the data
   * @param theta the estimate
   * @param draws [draw][parameter] of the posterior
   */
  @SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
  public record FittedParameters(EarlierExposure earlier, double[] theta, double[][] draws) {}

  /**
   * The baseline of a fit.
   *
   * @param form its seasonality and the shifts of its level
   * @param variances its variances
   * @param regionScale [region]: loading of the shared baseline
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record FittedBaseline(BaselineForm form, Variances variances, double[] regionScale) {}

  /**
   * The noise of a fit.
   *
   * @param precision [region][week]: 1 / noise variance of each observation in training
   * @param regionScale [region]: noise relative to a typical region
   */
  @SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
  public record FittedNoise(double[][] precision, double[] regionScale) {}

  /**
   * Whether a channel reveals demand, which the baseline then has.
   *
   * @param evidence twice the logarithm of the Bayes factor that it does, the greater of both
   * @param delivery whether the exposure that a unit of spend bought reveals demand
   * @param exposure whether exposure itself does
   * @param partner the channel with which its exposure moves; null if it moves by itself
   */
  public record Capture(
      double evidence, boolean delivery, boolean exposure, @Nullable Partner partner) {
    /** Returns whether the channel reveals demand. */
    public boolean found() {
      return delivery || exposure || partner != null;
    }
  }

  /**
   * A channel whose exposure moves together with another's, beyond what was spent.
   *
   * @param channel its name
   * @param correlation of the changes from week to week
   */
  public record Partner(String channel, double correlation) {}

  /**
   * The record of training.
   *
   * @param losses the loss at the end of each round; rounds differ in their variances
   * @param gradientNorm Euclidean norm of the gradient at the end
   * @param seconds duration in seconds
   * @param lossParameter value of the loss parameter; NaN without one
   * @param sampling how the posterior draws were sampled
   * @param elasticity standard deviation of the elasticities of the channels' spend to a region's
   *     demand; NaN where spend reveals nothing of it
   * @param rejectedLosses losses under which the model did not describe the outcome, tried before
   *     the one of the configuration
   * @param capture demand capture of each channel, in their order; empty if it was not tested
   */
  public record TrainingRecord(
      List<Double> losses,
      double gradientNorm,
      double seconds,
      double lossParameter,
      SamplingRecord sampling,
      double elasticity,
      List<String> rejectedLosses,
      List<Capture> capture) {
    public TrainingRecord {
      losses = List.copyOf(losses);
      rejectedLosses = List.copyOf(rejectedLosses);
      capture = List.copyOf(capture);
    }

    /** Returns the mean probability of acceptance; NaN for Laplace's approximation. */
    public double acceptance() {
      return sampling.acceptance();
    }

    /** Returns the record with the demand capture of channels in another order. */
    TrainingRecord withCapture(List<Capture> other) {
      return new TrainingRecord(
          losses,
          gradientNorm,
          seconds,
          lossParameter,
          sampling,
          elasticity,
          rejectedLosses,
          other);
    }
  }

  /**
   * The record of the posterior's sampling.
   *
   * @param chains number of chains, of which the draws hold one after the other; 0 if the draws are
   *     those of Laplace's approximation
   * @param acceptance mean probability of acceptance of the sampler's proposals; NaN likewise
   * @param energyFraction the least energy fraction of a chain (E-BFMI, Betancourt 2016); NaN
   *     likewise, and where it was not recorded
   */
  public record SamplingRecord(int chains, double acceptance, double energyFraction) {
    /** Returns the record of draws of Laplace's approximation. */
    public static SamplingRecord laplace() {
      return new SamplingRecord(0, Double.NaN, Double.NaN);
    }
  }

  /** Returns the model under another configuration of the same parameters. */
  public FittedModel withConfiguration(Configuration other) {
    return new FittedModel(
        other, data, structure, media, baseline, noise, effectivenessPath, record);
  }

  /** Returns the model with other media parameters, such as a subset of the draws. */
  public FittedModel withMedia(FittedParameters other) {
    return new FittedModel(
        configuration, data, structure, other, baseline, noise, effectivenessPath, record);
  }

  /** Returns the model without posterior draws, for uses that need the estimate only. */
  public FittedModel withoutDraws() {
    return withMedia(new FittedParameters(media.earlier(), media.theta(), new double[0][]));
  }

  /**
   * Returns the model over other weeks of the panel, from the same first week on.
   *
   * @param panel the training weeks, unchanged, and other weeks after them
   * @param path effectiveness over all weeks of that panel
   */
  public FittedModel withPanel(Panel panel, EffectivenessPath path) {
    return new FittedModel(
        configuration,
        new FittedData(panel, data.report(), data.trainWeeks()),
        structure,
        media,
        baseline,
        noise,
        path,
        record);
  }

  /** Returns the panel. */
  public Panel panel() {
    return data.panel();
  }

  /** Returns the report of the checks of the data. */
  public DataReport dataReport() {
    return data.report();
  }

  /** Returns the number of training weeks. */
  public int trainWeeks() {
    return data.trainWeeks();
  }

  /** Returns how channels drive each other. */
  public StructuralEquations equations() {
    return structure.equations();
  }

  /** Returns the edges with uncertainty. */
  public List<EdgeEstimate> edges() {
    return structure.edges();
  }

  /** Returns the assumption about the exposure before the data. */
  public EarlierExposure earlier() {
    return media.earlier();
  }

  /** Returns the estimate of the media parameters, on the scale of estimation. */
  public double[] theta() {
    return media.theta();
  }

  /** Returns the posterior draws [draw][parameter], on the scale of estimation. */
  public double[][] draws() {
    return media.draws();
  }

  /** Returns the seasonality of the baseline. */
  public Season season() {
    return baseline.form().season();
  }

  /** Returns the seasonality of the baseline and the shifts of its level. */
  public BaselineForm form() {
    return baseline.form();
  }

  /** Returns the variances of the baseline. */
  public Variances variances() {
    return baseline.variances();
  }

  /** Returns the loading of the shared baseline: [region]. */
  public double[] baselineScale() {
    return baseline.regionScale();
  }

  /** Returns 1 / noise variance of each observation in training: [region][week]. */
  public double[][] precision() {
    return noise.precision();
  }

  /** Returns the noise relative to a typical region: [region]. */
  public double[] noiseScale() {
    return noise.regionScale();
  }

  /** Returns the multipliers of effectiveness [week][channel] over all weeks of the panel. */
  public double[][] effectiveness() {
    return effectivenessPath.multiplier();
  }

  /** Returns the standard deviation of their logarithms, 0 where effectiveness is constant. */
  public double[][] effectivenessSd() {
    return effectivenessPath.logSd();
  }
}
