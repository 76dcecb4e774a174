package org.deepcausalmmm.core.forecast;

import java.util.Arrays;
import org.deepcausalmmm.core.baseline.Variances;

/**
 * The predictive error of a forecast, observation noise included: an error shared by all regions
 * and one of each region's own, both growing with the horizon.
 *
 * <p>The horizon of a region counts from its last observation, which may lie before the end of
 * training.
 *
 * <p>The variances are those of the errors at the rolling origins inside the training weeks, shrunk
 * towards what the model's own variances imply. A factor calibrates 90% coverage at those origins.
 * The shared part is then widened, because the origins are few and the media parameters were
 * estimated from the weeks after them too. Time-varying effectiveness adds variance in proportion
 * to the weight of media.
 */
final class ErrorModel {
  private static final double COVERED = 0.9;
  private static final double PRIOR_BLOCKS = 1;
  private static final double WIDENING = 3;
  private static final double LEAST_FACTOR = 0.9;
  private static final double GREATEST_FACTOR = 1.5;
  private static final double FACTOR_WITHOUT_ORIGINS = 1.2;

  private final History history;
  private final ErrorGrowth common;
  private final ErrorGrowth own;
  private final double[] regionVariance;
  private final int[] weeksSinceObserved;
  private final double factor;
  private final EffectivenessGrowth effectiveness;
  private final double mediaWeight;

  private ErrorModel(
      History history,
      ErrorGrowth common,
      ErrorGrowth own,
      double[] regionVariance,
      int[] weeksSinceObserved,
      double factor,
      EffectivenessGrowth effectiveness,
      double mediaWeight) {
    this.history = history;
    this.common = common;
    this.own = own;
    this.regionVariance = regionVariance;
    this.weeksSinceObserved = weeksSinceObserved;
    this.factor = factor;
    this.effectiveness = effectiveness;
    this.mediaWeight = mediaWeight;
  }

  /**
   * Estimates the error model from the errors at rolling origins.
   *
   * @param noiseScale [region]: noise relative to a typical region's
   * @param effectiveness error variance of time-varying effectiveness
   */
  static ErrorModel learn(
      History history,
      double[] national,
      RollingOrigins origins,
      ForecastWeights weights,
      Variances variances,
      double[] noiseScale,
      EffectivenessGrowth effectiveness) {
    OriginErrors errors = OriginErrors.of(history, national, origins, weights);
    double blocks = origins.blocks();
    ErrorGrowth shared =
        errors.common().mixedWith(commonPrior(history, variances), blocks, PRIOR_BLOCKS);
    double[] regionVariance = new double[history.regions()];
    Arrays.fill(regionVariance, 1);
    ErrorGrowth own = new ErrorGrowth(0, 0);
    if (history.regions() > 1) {
      regionVariance = errors.regionVariance(noiseScale);
      own = errors.own(regionVariance);
      own = own.mixedWith(ownPrior(variances), blocks, PRIOR_BLOCKS);
    }
    double factor =
        new ErrorModel(
                history,
                shared,
                own,
                regionVariance,
                new int[history.regions()],
                1,
                EffectivenessGrowth.none(),
                0)
            .factor(errors);
    ErrorGrowth wide = shared.times(1 + WIDENING / Math.max(1, blocks));
    return new ErrorModel(
        history,
        wide,
        own,
        regionVariance,
        history.weeksSinceObserved(),
        factor,
        effectiveness,
        weights.media());
  }

  private static ErrorGrowth commonPrior(History history, Variances variances) {
    double walk = variances.walk() * variances.walk();
    return history.regions() == 1
        ? new ErrorGrowth(variances.noise() * variances.noise(), walk)
        : new ErrorGrowth(0, walk);
  }

  private static ErrorGrowth ownPrior(Variances variances) {
    double state = variances.state() * variances.state();
    double memory = variances.correlation() * variances.correlation();
    return new ErrorGrowth(
        variances.noise() * variances.noise(), Math.min(state * (1 - memory), state / 4));
  }

  private double factor(OriginErrors errors) {
    double[] size =
        errors.byOrigin().values().stream()
            .flatMapToDouble(
                error ->
                    java.util.stream.IntStream.range(0, error.length)
                        .mapToObj(r -> standardised(error[r], r))
                        .flatMapToDouble(Arrays::stream))
            .filter(z -> !Double.isNaN(z))
            .sorted()
            .toArray();
    if (size.length == 0) {
      return FACTOR_WITHOUT_ORIGINS;
    }
    double covered = size[(int) (COVERED * (size.length - 1))] / Forecast.NORMAL_95;
    return Math.max(LEAST_FACTOR, Math.min(GREATEST_FACTOR, covered));
  }

  private double[] standardised(double[] error, int region) {
    double[] z = new double[error.length];
    for (int h = 0; h < z.length; h++) {
      z[h] = Math.abs(error[h]) / sd(region, h + 1);
    }
    return z;
  }

  /** Returns the standard deviation of a region's error some weeks after training, relative. */
  double sd(int region, int weeksAhead) {
    int weeks = weeksAhead + weeksSinceObserved[region];
    double errors = common.at(weeks) + regionVariance[region] * own.at(weeks);
    return Math.sqrt(factor * factor * errors + baselineVariance(weeksAhead));
  }

  private double baselineVariance(int weeksAhead) {
    return mediaWeight * mediaWeight * effectiveness.at(weeksAhead);
  }

  /** Returns the standard deviation of the error of a sum over regions, in the outcome's units. */
  double totalSd(boolean[] counted, int weeksAhead) {
    double size = 0;
    double shared = 0;
    double owned = 0;
    for (int r = 0; r < counted.length; r++) {
      if (counted[r]) {
        double unit = history.size()[r];
        int weeks = weeksAhead + weeksSinceObserved[r];
        size += unit;
        shared += unit * Math.sqrt(common.at(weeks));
        owned += unit * unit * regionVariance[r] * own.at(weeks);
      }
    }
    double errors = shared * shared + owned;
    return Math.sqrt(factor * factor * errors + size * size * baselineVariance(weeksAhead));
  }
}
