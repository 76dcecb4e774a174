package org.deepcausalmmm.core.analysis;

import java.util.Arrays;
import org.deepcausalmmm.core.forecast.Forecast;
import org.deepcausalmmm.core.forecast.ForecastWeights;
import org.deepcausalmmm.data.Panel;
import org.jspecify.annotations.Nullable;

/**
 * The expected outcome of every region and week, training and holdout.
 *
 * @param mean [region][week]
 * @param lower [region][week]: 5% quantile, observation noise included
 * @param upper [region][week]: 95% quantile, observation noise included
 * @param totalLower [week]: 5% quantile of the sum over the regions whose outcome is known in that
 *     week, observation noise included; 0 if there is none
 * @param totalUpper [week]: 95% quantile of that sum
 * @param trainWeeks number of training weeks; the rest is holdout
 * @param weights weights of the forecast's components in the holdout; null without one
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record Prediction(
    double[][] mean,
    double[][] lower,
    double[][] upper,
    double[] totalLower,
    double[] totalUpper,
    int trainWeeks,
    @Nullable ForecastWeights weights) {

  /** Returns a copy whose holdout weeks are those of a forecast. */
  Prediction continuedBy(Forecast forecast, Panel panel) {
    Prediction result =
        new Prediction(
            copy(mean),
            copy(lower),
            copy(upper),
            totalLower.clone(),
            totalUpper.clone(),
            trainWeeks,
            forecast.weights());
    for (int t = trainWeeks; t < panel.weekCount(); t++) {
      int ahead = t - trainWeeks;
      boolean[] counted = new boolean[panel.regionCount()];
      for (int r = 0; r < counted.length; r++) {
        counted[r] = panel.observed(r, t);
        result.mean[r][t] = forecast.mean()[r][ahead];
        result.lower[r][t] = forecast.lower(r, ahead);
        result.upper[r][t] = forecast.upper(r, ahead);
      }
      result.totalLower[t] = forecast.totalLower(counted, ahead);
      result.totalUpper[t] = forecast.totalUpper(counted, ahead);
    }
    return result;
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
