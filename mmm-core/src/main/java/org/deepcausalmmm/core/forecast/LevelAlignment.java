package org.deepcausalmmm.core.forecast;

import java.util.Arrays;
import org.deepcausalmmm.core.baseline.BaselineDesign;
import org.deepcausalmmm.core.baseline.BaselineSampler;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;

/**
 * The alignment of all training weeks to the level of the last one, where the level shifted.
 *
 * <p>A level that broke and came back would otherwise count as last year's season, as a level to
 * return to, and as the size of usual errors.
 */
final class LevelAlignment {
  private LevelAlignment() {}

  /**
   * Returns what is to be added to the outcome: [region][training week], in units of the region's
   * mean outcome; 0 from the last shift on.
   *
   * @param media [region][week]: media contribution, relative
   */
  static double[][] toLastLevel(FittedModel fitted, TrainingData data, double[][] media) {
    int weeks = fitted.trainWeeks();
    double[][] added = new double[data.regionCount()][weeks];
    if (fitted.form().shifts().isEmpty()) {
      return added;
    }
    PrecisionOperator operator =
        new PrecisionOperator(
            data.design(fitted.form()),
            fitted.variances(),
            fitted.baselineScale(),
            fitted.precision());
    double[] shifts = shifts(operator, residual(data, media));
    for (int r = 0; r < added.length; r++) {
      double[] level = operator.shared(r, shifts);
      for (int t = 0; t < weeks; t++) {
        added[r][t] = level[weeks - 1] - level[t];
      }
    }
    return added;
  }

  /** Returns the expected coefficients of the shifts, and 0 for everything else. */
  private static double[] shifts(PrecisionOperator operator, double[][] residual) {
    BaselineDesign design = operator.design();
    double[] coefficients = new BaselineSampler(operator).expected(residual).coefficients().clone();
    Arrays.fill(coefficients, 0, design.firstShift(), 0);
    Arrays.fill(coefficients, design.firstControl(), coefficients.length, 0);
    return coefficients;
  }

  private static double[][] residual(TrainingData data, double[][] media) {
    double[][] residual = new double[data.regionCount()][data.trainWeeks()];
    for (int r = 0; r < residual.length; r++) {
      for (int t = 0; t < residual[r].length; t++) {
        residual[r][t] = data.observed()[r][t] ? data.outcome()[r][t] - media[r][t] : 0;
      }
    }
    return residual;
  }
}
