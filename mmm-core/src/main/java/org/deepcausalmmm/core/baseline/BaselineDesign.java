package org.deepcausalmmm.core.baseline;

import java.util.List;
import org.deepcausalmmm.core.data.Weeks;

/**
 * Lays out what all regions share: an intercept, a random walk, yearly season, trend and controls.
 *
 * <p>Every column is scaled by the prior standard deviation of its coefficient, so that all
 * coefficients are standard normal beforehand. The walk's columns are steps and are never stored:
 * products with them are cumulative sums.
 */
public final class BaselineDesign {
  private static final double INTERCEPT_SD = 0.5;
  private static final int HARMONICS = 3;
  private static final double SEASON_SD = 0.15;
  private static final double TREND_SD = 0.1;
  private static final double CONTROL_SD = 0.1;

  private final int regions;
  private final int weeks;
  private final int trainWeeks;
  private final int plainColumns;
  private final int firstControl;
  private final double[][][] plain;

  /**
   * Lays out the columns.
   *
   * @param weeks the weeks to cover, those to forecast included
   * @param trainWeeks how many of them are used for fitting; the trend is scaled by these
   * @param controls each [region][week], standardised
   */
  public BaselineDesign(Weeks weeks, int trainWeeks, int regions, List<double[][]> controls) {
    this.regions = regions;
    this.weeks = weeks.count();
    this.trainWeeks = trainWeeks;
    firstControl = 1 + 2 * HARMONICS + 1;
    plainColumns = firstControl + controls.size();
    plain = new double[regions][this.weeks][plainColumns];
    for (int r = 0; r < regions; r++) {
      for (int t = 0; t < this.weeks; t++) {
        fill(plain[r][t], weeks.yearAngle(t), t);
        for (int k = 0; k < controls.size(); k++) {
          plain[r][t][firstControl + k] = CONTROL_SD * controls.get(k)[r][t];
        }
      }
    }
  }

  private void fill(double[] row, double angle, int week) {
    row[0] = INTERCEPT_SD;
    for (int k = 1; k <= HARMONICS; k++) {
      row[2 * k - 1] = SEASON_SD / k * Math.sin(k * angle);
      row[2 * k] = SEASON_SD / k * Math.cos(k * angle);
    }
    row[1 + 2 * HARMONICS] =
        TREND_SD * (2.0 * week / Math.max(1, trainWeeks - 1) - 1) * Math.sqrt(3);
  }

  int regions() {
    return regions;
  }

  int weeks() {
    return weeks;
  }

  /** Gives how many coefficients there are: the plain columns, then one step of the walk a week. */
  int size() {
    return plainColumns + weeks;
  }

  public int plainColumns() {
    return plainColumns;
  }

  /** Gives the index of the first control among the coefficients. */
  public int firstControl() {
    return firstControl;
  }

  /** Gives how many controls there are. */
  public int controlCount() {
    return plainColumns - firstControl;
  }

  double[] plainRow(int region, int week) {
    return plain[region][week];
  }

  /**
   * Gives X_r b, before the region's scale.
   *
   * @param walkSd standard deviation of a step of the walk
   */
  double[] times(int region, double[] coefficients, double walkSd) {
    double[] result = new double[weeks];
    double level = 0;
    for (int t = 0; t < weeks; t++) {
      level += walkSd * coefficients[plainColumns + t];
      double sum = level;
      double[] row = plain[region][t];
      for (int k = 0; k < plainColumns; k++) {
        sum += row[k] * coefficients[k];
      }
      result[t] = sum;
    }
    return result;
  }

  /** Adds scale * X_r' v to a sum. */
  void addTransposed(int region, double[] v, double walkSd, double scale, double[] sum) {
    double tail = 0;
    for (int t = weeks - 1; t >= 0; t--) {
      double value = scale * v[t];
      tail += value;
      sum[plainColumns + t] += walkSd * tail;
      double[] row = plain[region][t];
      for (int k = 0; k < plainColumns; k++) {
        sum[k] += row[k] * value;
      }
    }
  }
}
