package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.core.baseline.BaselineDesign;
import org.deepcausalmmm.core.baseline.BaselineForm;
import org.deepcausalmmm.core.baseline.LevelShiftScan;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.core.baseline.VarianceEstimator;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.demand.DemandCapture;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.posterior.MediaJacobian;

/**
 * The covariance of the outcome given the media parameters, as a value: baseline, demand capture,
 * time-varying effectiveness and noise. Every stage of its estimation returns another one.
 *
 * @param setup what all stages of one fit share
 * @param columns columns for the uncertainty of media, around the present parameters
 * @param weights weights of the observations and sizes of the noise
 * @param form seasonality of the baseline and shifts of its level
 * @param design columns of the baseline of this form
 * @param regionScale [region]: loading of the shared baseline
 * @param point variance parameters
 * @param capture channels whose exposure reveals demand
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ResidualCovariance(
    Setup setup,
    MediaColumns columns,
    ObservationWeights weights,
    BaselineForm form,
    BaselineDesign design,
    double[] regionScale,
    VarianceEstimator.Point point,
    DemandCapture capture) {
  /**
   * Twice the logarithm of a likelihood ratio above which evidence is called very strong (Kass and
   * Raftery 1995, Journal of the American Statistical Association 90).
   */
  static final double VERY_STRONG = 10;

  /** Newton steps of an estimation that starts at the previous one. */
  static final int STEPS = 3;

  /**
   * What all stages of one fit share.
   *
   * @param mayVary whether time-varying effectiveness is estimated
   */
  record Setup(
      FitContext context, NoiseModel noiseModel, VarianceEstimator estimator, boolean mayVary) {
    Optional<ParameterBlock> deviation() {
      return context.model().layout().find(MediaModel.MEDIA, MediaModel.DEVIATION, 0);
    }
  }

  /** Returns the covariance at which an estimation starts. */
  static ResidualCovariance start(FitContext context, Loss loss, MediaColumns columns, long seed) {
    TrainingData data = context.data();
    Setup setup =
        new Setup(
            context,
            new NoiseModel(context.engine(), loss),
            new VarianceEstimator(seed),
            columns.mayVary());
    double[] scale = new double[data.regionCount()];
    Arrays.fill(scale, 1);
    return new ResidualCovariance(
        setup,
        columns,
        ObservationWeights.equal(data.observed()),
        BaselineForm.of(Season.SMOOTH),
        data.design(BaselineForm.of(Season.SMOOTH)),
        scale,
        new VarianceEstimator.Point(
            Variances.start(data.regionCount()),
            0,
            setup.deviation().map(context.priors()::sd).orElse(0.0),
            MediaColumns.FIRST_ELASTICITY),
        context.capture());
  }

  /** Returns the covariance that an earlier fit found, for another estimation from there on. */
  ResidualCovariance continuing(WarmStart before) {
    double deviation =
        setup.deviation().isPresent() && before.deviationSd().isPresent()
            ? VarianceEstimator.limitedDeviation(before.deviationSd().getAsDouble())
            : point.deviation();
    return new ResidualCovariance(
        new Setup(setup.context(), setup.noiseModel(), setup.estimator(), before.varied()),
        columns,
        weights.continuing(
            before.weight(), before.model().noiseScale(), before.model().variances().noise()),
        before.model().form(),
        data().design(before.model().form()),
        before.model().baselineScale().clone(),
        new VarianceEstimator.Point(
            before.model().variances(),
            0,
            deviation,
            before.elasticity().orElse(point.elasticity())),
        before.capture(capture));
  }

  private TrainingData data() {
    return setup.context().data();
  }

  /** Returns the prior of the media parameters, with the estimated deviation of the regions. */
  ParameterPriors priors() {
    return setup
        .deviation()
        .map(block -> setup.context().priors().withSd(block, point.deviation()))
        .orElse(setup.context().priors());
  }

  Variances variances() {
    return point.variances();
  }

  /**
   * Returns the standard deviation of the elasticities of spend to demand; 0 if spend does not
   * follow demand, NaN if spend reveals nothing of it.
   */
  double elasticity() {
    return columns.revealDemand() ? point.elasticity() : Double.NaN;
  }

  /** Returns the precision with time-varying effectiveness and demand capture integrated out. */
  PrecisionOperator withTimeVariationIntegratedOut() {
    return operator(
        capture.addTo(
            columns.withTimeVariationAndDemand(
                design, regionScale, point.timeVariation(), point.elasticity())),
        variances());
  }

  /**
   * Returns the precision of the baseline alone, its variances estimated anew: with effectiveness
   * constant, the baseline explains what its changes would.
   *
   * @param residual [region][week]: outcome less media
   */
  PrecisionOperator withConstantEffectiveness(double[][] residual) {
    VarianceEstimator.Point start =
        new VarianceEstimator.Point(variances(), point.timeVariation(), 0, point.elasticity());
    Variances found =
        setup
            .estimator()
            .improve(
                start, at -> baselineOperator(at.variances()), residual, weights.typical(), STEPS)
            .variances();
    return baselineOperator(found);
  }

  /** Returns the covariance with another first week of the media likelihood. */
  ResidualCovariance startingAt(int week) {
    return weighed(weights.startingAt(week), regionScale);
  }

  /**
   * Estimates the variances with the media held, effectiveness constant.
   *
   * <p>Planners spend more where they expect to sell more. A negative mean elasticity means that
   * spend does not follow demand: something that the model lacks would be credited to media with
   * the other sign, so that the elasticities are set to 0.
   *
   * @param steps most Newton steps
   */
  ResidualCovariance estimate(double[] theta, double[][] residual, int steps) {
    VarianceEstimator.Point start = point.withTimeVariation(0).withElasticity(elasticityToTry());
    ResidualCovariance found = improved(start, theta, residual, steps);
    return columns.revealDemand() && found.meanElasticity(theta, residual) < 0
        ? improved(start.withElasticity(0), theta, residual, steps)
        : found;
  }

  /** Returns the elasticity at which the estimation starts, also where the last one found 0. */
  private double elasticityToTry() {
    return point.elasticity() == 0 ? MediaColumns.FIRST_ELASTICITY : point.elasticity();
  }

  private double meanElasticity(double[] theta, double[][] residual) {
    double[][] typical = columns.withoutDeviations(residual, theta);
    return columns.meanElasticity(operator(point), typical, point.elasticity());
  }

  /** Returns the covariance with other findings of demand capture. */
  ResidualCovariance with(DemandCapture other) {
    return new ResidualCovariance(setup, columns, weights, form, design, regionScale, point, other);
  }

  /** Returns the covariance with other moderators of media. */
  ResidualCovariance moderatedBy(List<Moderator> moderators) {
    return new ResidualCovariance(
        setup, columns.moderatedBy(moderators), weights, form, design, regionScale, point, capture);
  }

  /** Returns the covariance with one more moderator of media. */
  ResidualCovariance with(Moderator moderator) {
    return moderatedBy(Stream.concat(columns.moderators().stream(), Stream.of(moderator)).toList());
  }

  /** Returns the standard deviation of time-varying effectiveness; 0 where it is constant. */
  double timeVariation() {
    return point.timeVariation();
  }

  /**
   * Returns -2 times the log likelihood with media integrated out to first order, up to a constant.
   *
   * @param residual [region][week]: outcome less media at the parameters
   */
  double deviance(double[] theta, double[][] residual) {
    return deviance(allColumns(point), theta, residual);
  }

  /** Returns the same under other columns of the baseline. */
  double deviance(BaselineDesign with, double[] theta, double[][] residual) {
    return VarianceEstimator.deviance(
        operator(with, variances()), point, columns.withoutDeviations(residual, theta));
  }

  /** Returns the evidence for shifts of the level. */
  LevelShiftScan levelShiftScan(double[] theta, double[][] residual) {
    return new LevelShiftScan(operator(point), columns.withoutDeviations(residual, theta));
  }

  /** Returns the covariance with media linearized at given parameters. */
  ResidualCovariance linearizeAt(MediaJacobian jacobian, double[] theta) {
    MediaColumns linearized =
        columns
            .withDemand(variances(), elasticityToTry())
            .linearizedAt(
                jacobian.contributions(theta),
                jacobian.columns(setup.context().model().layout(), theta));
    return new ResidualCovariance(
        setup, linearized, weights, form, design, regionScale, point, capture);
  }

  /**
   * Returns the covariance with other weights of the observations.
   *
   * @param scale [region]: loading of the shared baseline
   */
  ResidualCovariance weighed(ObservationWeights other, double[] scale) {
    return new ResidualCovariance(setup, columns, other, form, design, scale, point, capture);
  }

  /** Returns the covariance with a baseline of another form. */
  ResidualCovariance withForm(BaselineForm other) {
    return new ResidualCovariance(
        setup, columns, weights, other, data().design(other), regionScale, point, capture);
  }

  /**
   * Returns the covariance with variance parameters that are more likely, the media held.
   *
   * @param steps most Newton steps
   */
  ResidualCovariance improved(
      VarianceEstimator.Point start, double[] theta, double[][] residual, int steps) {
    double[][] typical = columns.withoutDeviations(residual, theta);
    VarianceEstimator.Point found =
        setup.estimator().improve(start, this::operator, typical, weights.typical(), steps);
    VarianceEstimator.Point kept = setup.deviation().isPresent() ? found : found.withDeviation(0);
    return new ResidualCovariance(
        setup, columns, weights, form, design, regionScale, kept, capture);
  }

  private PrecisionOperator operator(VarianceEstimator.Point at) {
    return operator(allColumns(at), at.variances());
  }

  /** Returns the columns of baseline, media and demand under variance parameters. */
  BaselineDesign allColumns(VarianceEstimator.Point at) {
    return capture.addTo(columns.all(design, regionScale, at));
  }

  /** Returns the precision under other columns of the baseline. */
  PrecisionOperator operator(BaselineDesign with, Variances at) {
    return new PrecisionOperator(with, at, regionScale, weights.precision(at.noise()));
  }

  private PrecisionOperator baselineOperator(Variances at) {
    return new PrecisionOperator(design, at, regionScale, weights.steadyPrecision(at.noise()));
  }
}
