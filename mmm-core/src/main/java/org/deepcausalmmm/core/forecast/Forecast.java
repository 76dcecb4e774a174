package org.deepcausalmmm.core.forecast;

/**
 * The expected outcome of the weeks after the training weeks, in the data's units.
 *
 * @param mean [region][week ahead]
 * @param sd [region][week ahead]: standard deviation of the error, observation noise included
 * @param leastOutcome lower bound of outcomes: 0, or minus infinity
 * @param weights weights of the components
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record Forecast(
    double[][] mean,
    double[][] sd,
    double leastOutcome,
    ForecastWeights weights,
    TotalError total) {
  /** The 95% quantile of the standard normal distribution. */
  public static final double NORMAL_95 = 1.6448536269514722;

  /** The error of a sum over regions. */
  @FunctionalInterface
  public interface TotalError {
    /**
     * Returns its standard deviation, observation noise included.
     *
     * @param counted [region]: whether the region is in the sum
     * @param weekAhead the first week forecast is 0
     */
    double sd(boolean[] counted, int weekAhead);
  }

  /** Returns the 5% quantile of an outcome. */
  public double lower(int region, int weekAhead) {
    return Math.max(leastOutcome, mean[region][weekAhead] - NORMAL_95 * sd[region][weekAhead]);
  }

  /** Returns the 95% quantile of an outcome. */
  public double upper(int region, int weekAhead) {
    return mean[region][weekAhead] + NORMAL_95 * sd[region][weekAhead];
  }

  /** Returns the sum of the means over regions. */
  public double totalMean(boolean[] counted, int weekAhead) {
    double sum = 0;
    for (int r = 0; r < counted.length; r++) {
      sum += counted[r] ? mean[r][weekAhead] : 0;
    }
    return sum;
  }

  /** Returns the 5% quantile of a sum over regions. */
  public double totalLower(boolean[] counted, int weekAhead) {
    return Math.max(
        leastOutcome, totalMean(counted, weekAhead) - NORMAL_95 * total.sd(counted, weekAhead));
  }

  /** Returns the 95% quantile of a sum over regions. */
  public double totalUpper(boolean[] counted, int weekAhead) {
    return totalMean(counted, weekAhead) + NORMAL_95 * total.sd(counted, weekAhead);
  }
}
