package org.deepcausalmmm.core.forecast;

import java.util.Map;
import java.util.TreeMap;

/**
 * The errors of forecasts from rolling origins, split into those of all regions together and each
 * region's own.
 *
 * @param byOrigin by origin: [region][weeks ahead], actual less forecast, relative; NaN where the
 *     outcome is missing
 */
record OriginErrors(History history, Map<Integer, double[][]> byOrigin) {
  /** Cells of errors that the prior of a region's variance counts for: half a year of weeks. */
  private static final double PRIOR_CELLS = 26;

  /** Returns the errors of forecasts with given weights. */
  static OriginErrors of(
      History history, double[] national, RollingOrigins origins, ForecastWeights weights) {
    Map<Integer, double[][]> errors = new TreeMap<>();
    origins
        .paths()
        .forEach(
            (origin, path) -> {
              int horizon = origins.horizon(origin);
              double[][] error = weights.forecast(history, national, path, origin, horizon);
              for (int r = 0; r < error.length; r++) {
                for (int h = 0; h < horizon; h++) {
                  error[r][h] = history.outcome()[r][origin + h] - error[r][h];
                }
              }
              errors.put(origin, error);
            });
    return new OriginErrors(history, errors);
  }

  /** Returns the error of all regions together, relative to their size. */
  private double commonError(double[][] error, int h) {
    double sum = 0;
    double weight = 0;
    for (int r = 0; r < error.length; r++) {
      if (!Double.isNaN(error[r][h])) {
        sum += history.size()[r] * error[r][h];
        weight += history.size()[r];
      }
    }
    return weight > 0 ? sum / weight : Double.NaN;
  }

  /** Returns the variance of the common error by horizon. */
  ErrorGrowth common() {
    double[] squares = new double[RollingOrigins.HORIZON];
    double[] count = new double[RollingOrigins.HORIZON];
    for (double[][] error : byOrigin.values()) {
      for (int h = 0; h < error[0].length; h++) {
        double common = commonError(error, h);
        if (!Double.isNaN(common)) {
          squares[h] += common * common;
          count[h]++;
        }
      }
    }
    return ErrorGrowth.fit(squares, count);
  }

  /** Returns each region's squared error over that of a typical region, shrunk. */
  double[] regionVariance(double[] noiseScale) {
    double[] squares = new double[history.regions()];
    double[] count = new double[history.regions()];
    double all = 0;
    double cells = 0;
    for (double[][] error : byOrigin.values()) {
      for (int h = 0; h < error[0].length; h++) {
        double common = commonError(error, h);
        for (int r = 0; r < error.length; r++) {
          if (!Double.isNaN(error[r][h])) {
            double own = error[r][h] - common;
            squares[r] += own * own;
            count[r]++;
            all += own * own;
            cells++;
          }
        }
      }
    }
    double typical = cells > 0 && all > 0 ? all / cells : 1;
    double[] variance = new double[squares.length];
    for (int r = 0; r < variance.length; r++) {
      double prior = noiseScale[r] * noiseScale[r];
      variance[r] = (squares[r] / typical + PRIOR_CELLS * prior) / (count[r] + PRIOR_CELLS);
    }
    return variance;
  }

  /** Returns the variance of a typical region's own error by horizon. */
  ErrorGrowth own(double[] regionVariance) {
    double[] squares = new double[RollingOrigins.HORIZON];
    double[] count = new double[RollingOrigins.HORIZON];
    for (double[][] error : byOrigin.values()) {
      for (int h = 0; h < error[0].length; h++) {
        double common = commonError(error, h);
        for (int r = 0; r < error.length; r++) {
          if (!Double.isNaN(error[r][h])) {
            double own = error[r][h] - common;
            squares[h] += own * own / regionVariance[r];
            count[h]++;
          }
        }
      }
    }
    return ErrorGrowth.fit(squares, count);
  }
}
