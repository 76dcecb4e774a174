package org.deepcausalmmm.core.fit;

import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.baseline.Variances;

/** The weights of the observations under the residuals of a round. */
final class ObservationReweighting {
  private ObservationReweighting() {}

  /**
   * Returns the covariance with the weights and the regions' scales that residuals imply.
   *
   * @param operator the precision under which the residuals were found
   * @param residual [region][week]: outcome less media
   */
  static ResidualCovariance reweight(
      ResidualCovariance before, PrecisionOperator operator, double[][] residual) {
    TrainingData data = before.setup().context().data();
    double[][] noise = baselineResidual(operator, residual);
    double[][] noiseOfAll = baselineResidualOfAll(before, before.variances(), residual);
    double[][] expected = new double[noise.length][];
    for (int r = 0; r < noise.length; r++) {
      expected[r] = new double[noise[r].length];
      for (int t = 0; t < noise[r].length; t++) {
        boolean counted = operator.noisePrecision()[r][t] > 0;
        expected[r][t] = data.outcome()[r][t] - (counted ? noise : noiseOfAll)[r][t];
      }
    }
    return before.weighed(
        before
            .setup()
            .noiseModel()
            .update(before.weights(), noise, expected, before.variances().noise()),
        RegionScale.of(residual, data.observed()));
  }

  /**
   * Returns the covariance with weights of the first weeks. A gross outlier is one under both
   * assumptions about media; otherwise one of the assumptions is wrong.
   *
   * @param residual [region][week]: outcome less media under one assumption
   * @param otherResidual [region][week]: the same under the other
   */
  static ResidualCovariance weighExcluded(
      ResidualCovariance before, double[][] residual, double[][] otherResidual) {
    double[][] first = baselineResidualOfAll(before, before.variances(), residual);
    double[][] second = baselineResidualOfAll(before, before.variances(), otherResidual);
    for (int r = 0; r < first.length; r++) {
      for (int t = 0; t < first[r].length; t++) {
        boolean smaller = Math.abs(first[r][t]) < Math.abs(second[r][t]);
        first[r][t] = smaller ? first[r][t] : second[r][t];
      }
    }
    return before.weighed(
        before
            .setup()
            .noiseModel()
            .weighExcluded(before.weights(), first, before.variances().noise()),
        before.regionScale());
  }

  /**
   * Returns 1 / noise variance [region][week] of all observations, those that the media likelihood
   * excludes among them.
   *
   * @param residual [region][week]: outcome less media
   */
  static double[][] precisionOfAll(ResidualCovariance of, Variances at, double[][] residual) {
    return of.setup()
        .noiseModel()
        .weighExcluded(of.weights(), baselineResidualOfAll(of, at, residual), at.noise())
        .precisionOfAll(at.noise());
  }

  private static double[][] baselineResidualOfAll(
      ResidualCovariance of, Variances at, double[][] residual) {
    double[][] precision = of.weights().precisionOfAll(at.noise());
    return baselineResidual(
        new PrecisionOperator(of.design(), at, of.regionScale(), precision), residual);
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
