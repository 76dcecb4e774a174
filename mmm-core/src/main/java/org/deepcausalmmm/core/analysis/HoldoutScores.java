package org.deepcausalmmm.core.analysis;

import java.util.stream.DoubleStream;

/**
 * The accuracy of the forecast of the holdout, with that of naive rules.
 *
 * @param coverage90 share of outcomes inside their 90% interval
 */
public record HoldoutScores(
    int weeks, double r2, double rmse, double wmape, double coverage90, NaiveErrors naive) {
  /**
   * The RMSE of naive rules in the holdout.
   *
   * @param seasonal NaN if there is less than a year of training
   */
  public record NaiveErrors(double lastValue, double last4Mean, double seasonal, double trainMean) {
    /** Returns the least RMSE; NaN if no rule applies. */
    public double least() {
      return DoubleStream.of(lastValue, last4Mean, seasonal, trainMean)
          .filter(x -> !Double.isNaN(x))
          .min()
          .orElse(Double.NaN);
    }
  }
}
