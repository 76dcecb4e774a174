package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import java.util.Optional;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.core.baseline.BaselineDesign;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.core.baseline.VarianceEstimator;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.posterior.MediaJacobian;

/**
 * The covariance of the outcome at given media parameters: baseline, demand that spend tells of,
 * movement of effectiveness and noise. All of it is estimated from what media leave.
 */
final class ResidualCovariance {
  /**
   * Twice the logarithm of a likelihood ratio above which evidence is called very strong (Kass and
   * Raftery 1995, Journal of the American Statistical Association 90).
   */
  static final double VERY_STRONG = 10;

  static final int STEPS = 3;
  private static final int STEPS_OF_MOVEMENT = 8;
  private static final int LEAST_WEEKS_FOR_PEAKS = 104;

  private final TrainingData data;
  private final MediaModel model;
  private final ParameterPriors priors;
  private final MediaColumns columns;
  private final NoiseModel noise;
  private final VarianceEstimator estimator;
  private final double[] regionScale;
  private boolean mayMove;
  private Season season = Season.SMOOTH;
  private BaselineDesign design;
  private Variances variances;
  private double movementSd;
  private double elasticity = MediaColumns.FIRST_ELASTICITY;

  ResidualCovariance(
      ComputeEngine engine,
      TrainingData data,
      MediaModel model,
      Loss loss,
      ParameterPriors priors,
      MediaColumns columns,
      long seed) {
    this.data = data;
    this.model = model;
    this.priors = priors;
    this.columns = columns;
    noise = new NoiseModel(engine, loss, data.observed());
    estimator = new VarianceEstimator(seed);
    regionScale = new double[data.regionCount()];
    Arrays.fill(regionScale, 1);
    mayMove = columns.mayMove();
    design = data.design(season);
    variances = Variances.start(data.regionCount());
  }

  /** Takes over what an earlier fit found. */
  void continueFrom(WarmStart before) {
    mayMove = before.moved();
    season = before.season();
    design = data.design(season);
    variances = before.variances();
    System.arraycopy(before.regionScale(), 0, regionScale, 0, regionScale.length);
    noise.continueFrom(before.weight(), before.noiseScale(), variances.noise());
    if (!Double.isNaN(before.elasticity())) {
      elasticity = before.elasticity();
    }
    before
        .deviationSd()
        .ifPresent(
            sd -> deviation().ifPresent(block -> priors.setSd(block, limitedDeviationSd(sd))));
  }

  Season season() {
    return season;
  }

  NoiseModel noise() {
    return noise;
  }

  /** Returns the standard deviation of the first wave of moving effectiveness; 0 if it is still. */
  double movement() {
    return movementSd;
  }

  /**
   * Returns the standard deviation of elasticities to demand; 0 if spend does not follow it, NaN if
   * it tells nothing of it.
   */
  double elasticity() {
    return columns.tellOfDemand() ? elasticity : Double.NaN;
  }

  /** Returns how strongly the shared baseline acts: [region]. */
  double[] regionScale() {
    return regionScale;
  }

  /** Returns the covariance, with what moves and the demand that spend tells of integrated out. */
  PrecisionOperator moving() {
    return operator(columns.beside(design, regionScale, movementSd, elasticity), variances);
  }

  /**
   * Returns the covariance of the baseline when effectiveness does not move: what movement would have
   * explained is then the baseline's, whose variances are estimated anew.
   */
  PrecisionOperator still(double[][] residual) {
    Variances found =
        estimator
            .improve(
                new VarianceEstimator.Point(variances, movementSd, 0, elasticity),
                at -> steady(at.variances()),
                residual,
                noise.typical(),
                STEPS)
            .variances();
    return steady(found);
  }

  /** Returns the precision of all that was observed, that from which media learned nothing too. */
  double[][] precisionOfAll(Variances at, double[][] residual) {
    noise.weighOthers(leftOfAll(at, residual), at.noise());
    return noise.precisionOfAll(at.noise());
  }

  /** Weighs the first weeks: what is far out is so under both ideas of media, else one is wrong. */
  void weighOthers(double[][] residual, double[][] otherResidual) {
    double[][] left = leftOfAll(variances, residual);
    double[][] other = leftOfAll(variances, otherResidual);
    for (int r = 0; r < left.length; r++) {
      for (int t = 0; t < left[r].length; t++) {
        left[r][t] = Math.abs(left[r][t]) < Math.abs(other[r][t]) ? left[r][t] : other[r][t];
      }
    }
    noise.weighOthers(left, variances.noise());
  }

  /**
   * Estimates the variances, media held.
   *
   * <p>Planners spend more where they expect to sell more. Spend that comes out as lower there, on
   * the whole, does not follow demand: what looks like it is something that the model lacks, and
   * would be credited to media with the other sign.
   */
  void estimate(double[] theta, double[][] residual, int steps) {
    elasticity = triedElasticity();
    VarianceEstimator.Point found = improved(0, theta, residual, steps);
    if (columns.tellOfDemand() && usualElasticity(found, theta, residual) < 0) {
      elasticity = 0;
      found = improved(0, theta, residual, steps);
    }
    accept(found);
  }

  /** Returns the elasticity to try next, also where spend followed no demand the last time. */
  private double triedElasticity() {
    return elasticity == 0 ? MediaColumns.FIRST_ELASTICITY : elasticity;
  }

  private double usualElasticity(VarianceEstimator.Point at, double[] theta, double[][] residual) {
    double[][] left = columns.withoutDeviations(residual, theta);
    return columns.usualElasticity(with(at), left, at.elasticity());
  }

  /** Lets effectiveness move if what media and baseline leave says so beyond doubt. */
  void estimateMovement(double[] theta, double[][] residual) {
    if (!mayMove) {
      return;
    }
    VarianceEstimator.Point still = improved(0, theta, residual, STEPS);
    VarianceEstimator.Point moving =
        improved(MediaColumns.FIRST_MOVEMENT, theta, residual, STEPS_OF_MOVEMENT);
    double[][] left = columns.withoutDeviations(residual, theta);
    double gain =
        VarianceEstimator.deviance(with(still), still, left)
            - VarianceEstimator.deviance(with(moving), moving, left);
    accept(gain > VERY_STRONG ? moving : still);
  }

  /**
   * Lets the season have peaks if that is beyond doubt: media that are raised in the weeks of a
   * peak would be credited with what a smooth season cannot follow. It takes years to tell a peak
   * that comes every year from a movement.
   */
  void sharpenSeason(double[] theta, double[][] residual) {
    if (data.trainWeeks() < LEAST_WEEKS_FOR_PEAKS) {
      return;
    }
    VarianceEstimator.Point at = point(movementSd);
    double[][] left = columns.withoutDeviations(residual, theta);
    double smooth = VarianceEstimator.deviance(with(at), at, left);
    design = data.design(Season.PEAKED);
    if (smooth - VarianceEstimator.deviance(with(at), at, left) > VERY_STRONG) {
      season = Season.PEAKED;
    } else {
      design = data.design(season);
    }
  }

  /**
   * Returns twice the gain of the log likelihood if as much of each effect is added as the residual
   * says, more or less than nothing.
   *
   * @param effects [region * week * effect], relative
   */
  double gainBy(double[] effects, int count, double[] theta, double[][] residual) {
    int weeks = data.trainWeeks();
    double[][][] added = new double[data.regionCount()][weeks][count];
    for (int r = 0; r < added.length; r++) {
      for (int t = 0; t < weeks; t++) {
        for (int k = 0; k < count; k++) {
          added[r][t][k] = effects[(r * weeks + t) * count + k] / regionScale[r];
        }
      }
    }
    VarianceEstimator.Point at = point(movementSd);
    BaselineDesign without = columns.all(design, regionScale, at);
    BaselineDesign with = without.withMedia(added, new double[data.regionCount()][0][]);
    double[][] left = columns.withoutDeviations(residual, theta);
    return VarianceEstimator.deviance(operator(without, variances), at, left)
        - VarianceEstimator.deviance(operator(with, variances), at, left);
  }

  /** Learns the weights of observations and the regions' scales. */
  void adapt(PrecisionOperator operator, double[][] residual) {
    double[][] left = left(operator, residual);
    double[][] leftOfAll = leftOfAll(variances, residual);
    double[][] expected = new double[left.length][];
    for (int r = 0; r < left.length; r++) {
      expected[r] = new double[left[r].length];
      for (int t = 0; t < left[r].length; t++) {
        boolean learned = operator.noisePrecision()[r][t] > 0;
        expected[r][t] = data.outcome()[r][t] - (learned ? left : leftOfAll)[r][t];
      }
    }
    noise.update(left, expected, variances.noise());
    rescaleRegions(residual);
  }

  /** Takes over what media are at the present parameters, to first order around them. */
  void follow(MediaJacobian jacobian, double[] theta) {
    columns.follow(variances, triedElasticity());
    columns.follow(jacobian.contributions(theta), jacobian.columns(model.layout(), theta));
  }

  private PrecisionOperator operator(BaselineDesign columns, Variances at) {
    return new PrecisionOperator(columns, at, regionScale, noise.precision(at.noise()));
  }

  private PrecisionOperator steady(Variances at) {
    return new PrecisionOperator(design, at, regionScale, noise.steadyPrecision(at.noise()));
  }

  private double[][] leftOfAll(Variances at, double[][] residual) {
    double[][] precision = noise.precisionOfAll(at.noise());
    return left(new PrecisionOperator(design, at, regionScale, precision), residual);
  }

  /** Returns what is left of a residual when the baseline has followed it: [region][week]. */
  private static double[][] left(PrecisionOperator operator, double[][] residual) {
    double[][] left = operator.apply(residual);
    for (int r = 0; r < left.length; r++) {
      for (int t = 0; t < left[r].length; t++) {
        double precision = operator.noisePrecision()[r][t];
        left[r][t] = precision > 0 ? left[r][t] / precision : 0;
      }
    }
    return left;
  }

  private VarianceEstimator.Point improved(
      double movement, double[] theta, double[][] residual, int steps) {
    return estimator.improve(
        point(movement),
        this::with,
        columns.withoutDeviations(residual, theta),
        noise.typical(),
        steps);
  }

  private VarianceEstimator.Point point(double movement) {
    return new VarianceEstimator.Point(
        variances, movement, deviation().map(priors::sd).orElse(0.0), elasticity);
  }

  private PrecisionOperator with(VarianceEstimator.Point at) {
    return operator(columns.all(design, regionScale, at), at.variances());
  }

  private void accept(VarianceEstimator.Point found) {
    variances = found.variances();
    movementSd = found.timeVariation();
    elasticity = found.elasticity();
    deviation().ifPresent(block -> priors.setSd(block, found.deviation()));
  }

  private Optional<ParameterBlock> deviation() {
    return model.layout().find(MediaModel.MEDIA, MediaModel.DEVIATION, 0);
  }

  private void rescaleRegions(double[][] residual) {
    double[] level = new double[residual.length];
    for (int r = 0; r < level.length; r++) {
      int weeks = 0;
      for (int t = 0; t < residual[r].length; t++) {
        level[r] += residual[r][t];
        weeks += data.observed()[r][t] ? 1 : 0;
      }
      level[r] = weeks == 0 ? Double.NaN : level[r] / weeks;
    }
    double[] sorted = Arrays.stream(level).filter(x -> !Double.isNaN(x)).sorted().toArray();
    double median = Math.max(0.05, sorted[sorted.length / 2]);
    for (int r = 0; r < level.length; r++) {
      regionScale[r] = Double.isNaN(level[r]) ? 1 : Math.max(0.3, Math.min(3, level[r] / median));
    }
  }

  private static double limitedDeviationSd(double sd) {
    return Math.max(
        VarianceEstimator.LEAST_DEVIATION, Math.min(VarianceEstimator.MOST_DEVIATION, sd));
  }
}
