package org.deepcausalmmm.core.analysis;

import java.util.Arrays;
import org.deepcausalmmm.core.baseline.BaselineSampler;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * The expected outcome of the holdout, summed over regions and weeks, at one posterior draw of
 * media: media in the holdout, and the baseline that continues what media leave of the outcome in
 * training. It is linear in the contributions of media.
 */
final class ForecastTotal {
  private ForecastTotal() {}

  /**
   * Returns the derivatives by the contribution of media, relative: [region * week]; empty without
   * a holdout.
   */
  static double[] weights(FittedModel fitted, TrainingData data) {
    int weeks = fitted.panel().weekCount();
    if (fitted.trainWeeks() == weeks) {
      return new double[0];
    }
    double[][] holdout = new double[data.regionCount()][weeks];
    for (int r = 0; r < holdout.length; r++) {
      Arrays.fill(holdout[r], fitted.trainWeeks(), weeks, data.scaling().outcome()[r]);
    }
    double[][] slopes =
        new BaselineSampler(PredictedOutcome.precisionOperator(fitted, data)).slopes(holdout);
    for (int r = 0; r < holdout.length; r++) {
      holdout[r] = Vectors.minus(holdout[r], slopes[r]);
    }
    return Vectors.flatten(holdout);
  }
}
