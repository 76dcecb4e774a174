package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import java.util.Optional;
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
import org.deepcausalmmm.core.numeric.Cube;
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

  private static final int STEPS_OF_TIME_VARIATION = 8;

  /** Two years: a peak that comes every year cannot be told from a random walk in fewer weeks. */
  private static final int LEAST_WEEKS_FOR_PEAKS = 104;

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
  PrecisionOperator withMovementIntegratedOut() {
    return operator(
        capture.addTo(
            columns.withMovement(design, regionScale, point.timeVariation(), point.elasticity())),
        variances());
  }

  /**
   * Returns the precision of the baseline alone, its variances estimated anew: without movement,
   * the baseline explains what movement would.
   *
   * @param residual [region][week]: outcome less media
   */
  PrecisionOperator withoutMovement(double[][] residual) {
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

  /**
   * Returns 1 / noise variance [region][week] of all observations, those that the media likelihood
   * excludes among them.
   */
  double[][] precisionOfAll(Variances at, double[][] residual) {
    return setup
        .noiseModel()
        .weighExcluded(weights, baselineResidualOfAll(at, residual), at.noise())
        .precisionOfAll(at.noise());
  }

  /** Returns the covariance with another first week of the media likelihood. */
  ResidualCovariance startingAt(int week) {
    return with(weights.startingAt(week));
  }

  /**
   * Returns the covariance with weights of the first weeks. A gross outlier is one under both
   * assumptions about media; otherwise one of the assumptions is wrong.
   */
  ResidualCovariance weighExcluded(double[][] residual, double[][] otherResidual) {
    double[][] first = baselineResidualOfAll(variances(), residual);
    double[][] second = baselineResidualOfAll(variances(), otherResidual);
    for (int r = 0; r < first.length; r++) {
      for (int t = 0; t < first[r].length; t++) {
        boolean smaller = Math.abs(first[r][t]) < Math.abs(second[r][t]);
        first[r][t] = smaller ? first[r][t] : second[r][t];
      }
    }
    return with(setup.noiseModel().weighExcluded(weights, first, variances().noise()));
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
    VarianceEstimator.Point found = improved(start, theta, residual, steps);
    if (columns.revealDemand() && meanElasticity(found, theta, residual) < 0) {
      found = improved(start.withElasticity(0), theta, residual, steps);
    }
    return with(found);
  }

  /** Returns the elasticity at which the estimation starts, also where the last one found 0. */
  private double elasticityToTry() {
    return point.elasticity() == 0 ? MediaColumns.FIRST_ELASTICITY : point.elasticity();
  }

  private double meanElasticity(VarianceEstimator.Point at, double[] theta, double[][] residual) {
    double[][] typical = columns.withoutDeviations(residual, theta);
    return columns.meanElasticity(operator(at), typical, at.elasticity());
  }

  /** Returns the covariance with other findings of demand capture. */
  ResidualCovariance with(DemandCapture other) {
    return new ResidualCovariance(setup, columns, weights, form, design, regionScale, point, other);
  }

  /** Returns the standard deviation of time-varying effectiveness; 0 where it is constant. */
  double timeVariation() {
    return point.timeVariation();
  }

  /** Estimates time-varying effectiveness, and keeps it if the evidence is very strong. */
  ResidualCovariance withTimeVariation(double[] theta, double[][] residual) {
    if (!setup.mayVary()) {
      return this;
    }
    VarianceEstimator.Point constant = improved(point.withTimeVariation(0), theta, residual, STEPS);
    VarianceEstimator.Point varying =
        improved(
            point.withTimeVariation(MediaColumns.FIRST_TIME_VARIATION),
            theta,
            residual,
            STEPS_OF_TIME_VARIATION);
    double[][] typical = columns.withoutDeviations(residual, theta);
    double gain =
        VarianceEstimator.deviance(operator(constant), constant, typical)
            - VarianceEstimator.deviance(operator(varying), varying, typical);
    return with(gain > VERY_STRONG ? varying : constant);
  }

  /**
   * Returns the covariance under a seasonality with peaks if the evidence for it is very strong.
   * Media that are raised in the weeks of a peak would be credited with what smooth seasonality
   * misses.
   */
  ResidualCovariance withPeaks(double[] theta, double[][] residual) {
    if (data().trainWeeks() < LEAST_WEEKS_FOR_PEAKS) {
      return this;
    }
    ResidualCovariance peaked = withForm(form.with(Season.PEAKED));
    double[][] typical = columns.withoutDeviations(residual, theta);
    double gain =
        VarianceEstimator.deviance(operator(point), point, typical)
            - VarianceEstimator.deviance(peaked.operator(point), point, typical);
    return gain > VERY_STRONG ? peaked : this;
  }

  /**
   * Returns twice the gain of the log likelihood from adding effects, each times a free coefficient
   * of either sign.
   *
   * @param effects [region * week * effect], relative
   */
  double gainFrom(double[] effects, int count, double[] theta, double[][] residual) {
    Cube cube = new Cube(data().regionCount(), data().trainWeeks(), count);
    double[][][] added = new double[data().regionCount()][data().trainWeeks()][count];
    for (int r = 0; r < added.length; r++) {
      for (int t = 0; t < added[r].length; t++) {
        for (int k = 0; k < count; k++) {
          added[r][t][k] = effects[cube.index(r, t, k)] / regionScale[r];
        }
      }
    }
    BaselineDesign without = capture.addTo(columns.all(design, regionScale, point));
    BaselineDesign with = without.withMedia(added, new double[data().regionCount()][0][]);
    double[][] typical = columns.withoutDeviations(residual, theta);
    return VarianceEstimator.deviance(operator(without, variances()), point, typical)
        - VarianceEstimator.deviance(operator(with, variances()), point, typical);
  }

  /**
   * Returns -2 times the log likelihood with media integrated out to first order, up to a constant.
   *
   * @param residual [region][week]: outcome less media at the parameters
   */
  double deviance(double[] theta, double[][] residual) {
    return VarianceEstimator.deviance(
        operator(point), point, columns.withoutDeviations(residual, theta));
  }

  /** Returns the evidence for shifts of the level. */
  LevelShiftScan levelShiftScan(double[] theta, double[][] residual) {
    return new LevelShiftScan(operator(point), columns.withoutDeviations(residual, theta));
  }

  /**
   * Returns the covariance with the weights and the regions' scales that residuals imply.
   *
   * @param operator the precision under which the residuals were found
   * @param residual [region][week]: outcome less media
   */
  ResidualCovariance reweight(PrecisionOperator operator, double[][] residual) {
    double[][] noise = baselineResidual(operator, residual);
    double[][] noiseOfAll = baselineResidualOfAll(variances(), residual);
    double[][] expected = new double[noise.length][];
    for (int r = 0; r < noise.length; r++) {
      expected[r] = new double[noise[r].length];
      for (int t = 0; t < noise[r].length; t++) {
        boolean counted = operator.noisePrecision()[r][t] > 0;
        expected[r][t] = data().outcome()[r][t] - (counted ? noise : noiseOfAll)[r][t];
      }
    }
    return new ResidualCovariance(
        setup,
        columns,
        setup.noiseModel().update(weights, noise, expected, variances().noise()),
        form,
        design,
        RegionScale.of(residual, data().observed()),
        point,
        capture);
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

  private ResidualCovariance with(ObservationWeights other) {
    return new ResidualCovariance(setup, columns, other, form, design, regionScale, point, capture);
  }

  /** Returns the covariance with a baseline of another form. */
  ResidualCovariance withForm(BaselineForm other) {
    return new ResidualCovariance(
        setup, columns, weights, other, data().design(other), regionScale, point, capture);
  }

  private ResidualCovariance with(VarianceEstimator.Point found) {
    VarianceEstimator.Point kept = setup.deviation().isPresent() ? found : found.withDeviation(0);
    return new ResidualCovariance(
        setup, columns, weights, form, design, regionScale, kept, capture);
  }

  private VarianceEstimator.Point improved(
      VarianceEstimator.Point start, double[] theta, double[][] residual, int steps) {
    return setup
        .estimator()
        .improve(
            start,
            this::operator,
            columns.withoutDeviations(residual, theta),
            weights.typical(),
            steps);
  }

  private PrecisionOperator operator(VarianceEstimator.Point at) {
    return operator(capture.addTo(columns.all(design, regionScale, at)), at.variances());
  }

  /** Returns the precision under other columns of the baseline. */
  PrecisionOperator operator(BaselineDesign with, Variances at) {
    return new PrecisionOperator(with, at, regionScale, weights.precision(at.noise()));
  }

  private PrecisionOperator baselineOperator(Variances at) {
    return new PrecisionOperator(design, at, regionScale, weights.steadyPrecision(at.noise()));
  }

  private double[][] baselineResidualOfAll(Variances at, double[][] residual) {
    double[][] precision = weights.precisionOfAll(at.noise());
    return baselineResidual(new PrecisionOperator(design, at, regionScale, precision), residual);
  }

  /** Returns the residual less the expected baseline: [region][week], 0 outside the likelihood. */
  private static double[][] baselineResidual(PrecisionOperator operator, double[][] residual) {
    double[][] noise = operator.apply(residual);
    for (int r = 0; r < noise.length; r++) {
      for (int t = 0; t < noise[r].length; t++) {
        double precision = operator.noisePrecision()[r][t];
        noise[r][t] = precision > 0 ? noise[r][t] / precision : 0;
      }
    }
    return noise;
  }
}
