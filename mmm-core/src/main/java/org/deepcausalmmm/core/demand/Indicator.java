package org.deepcausalmmm.core.demand;

import java.util.Arrays;

/**
 * A series of a channel that may tell of demand.
 *
 * @param channel its index
 * @param planned whether the series has what was planned in it: exposure of which spend is known
 * @param level [region][week]: deviation of its logarithm from the mean of the region
 * @param changes [region][week - 1]: what the week before does not predict, less what all regions
 *     share if there are enough regions
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content nowhere
record Indicator(int channel, boolean planned, double[][] level, double[][] changes) {
  private static final int LEAST_REGIONS = 4;

  /** The t above which two series are taken to move together; the greatest by chance is 3.6. */
  private static final double LIMIT_T = 5;

  private static final double LEAST_CORRELATION = 0.05;

  /** The greatest lead and lag in weeks by which channels may follow the same demand. */
  private static final int LAGS = 4;

  static Indicator of(int channel, boolean planned, double[][] level) {
    return new Indicator(channel, planned, level, changes(level));
  }

  /**
   * Returns what the week before does not predict of a table, less what all regions share.
   *
   * @param level [region][week]
   */
  static double[][] changes(double[][] level) {
    double[][] own = level.length >= LEAST_REGIONS ? ExposureDeviation.lessWeeks(level) : level;
    double product = 0;
    double square = 0;
    for (double[] region : own) {
      for (int t = 1; t < region.length; t++) {
        product += region[t] * region[t - 1];
        square += region[t - 1] * region[t - 1];
      }
    }
    double carried = square > 0 ? product / square : 0;
    return Arrays.stream(own).map(region -> changes(region, carried)).toArray(double[][]::new);
  }

  private static double[] changes(double[] region, double carried) {
    double[] changes = new double[region.length - 1];
    for (int t = 0; t < changes.length; t++) {
      changes[t] = region[t + 1] - carried * region[t];
    }
    return changes;
  }

  /** Returns the correlation above which changes of this size are taken to move together. */
  static double limit(double[][] changes) {
    double cells = (double) changes.length * changes[0].length;
    return Math.max(LEAST_CORRELATION, LIMIT_T / Math.sqrt(cells));
  }

  /** Returns the root mean square of the changes. */
  double spread() {
    return Math.sqrt(product(changes, changes, 0) / (changes.length * changes[0].length));
  }

  /** Returns the greatest correlation of the changes of two series over leads and lags. */
  static Movement between(double[][] a, double[][] b) {
    double size = Math.sqrt(product(a, a, 0) * product(b, b, 0));
    double together = size > 0 ? product(a, b, 0) / size : 0;
    Movement greatest = new Movement(0, 0, together);
    for (int lag = -LAGS; lag <= LAGS && size > 0; lag++) {
      double correlation = product(a, b, lag) / size;
      greatest =
          correlation > greatest.correlation()
              ? new Movement(correlation, lag, together)
              : greatest;
    }
    return greatest;
  }

  private static double product(double[][] a, double[][] b, int lag) {
    double sum = 0;
    for (int r = 0; r < a.length; r++) {
      for (int t = Math.max(0, -lag); t < a[r].length - Math.max(0, lag); t++) {
        sum += a[r][t + lag] * b[r][t];
      }
    }
    return sum;
  }

  /**
   * How two series move together.
   *
   * @param correlation of their changes, at the lag at which it is greatest
   * @param lag by how many weeks the first is behind the second
   * @param sameWeek the correlation in the same week
   */
  record Movement(double correlation, int lag, double sameWeek) {
    Movement reversed() {
      return new Movement(correlation, -lag, sameWeek);
    }

    /**
     * Returns whether an edge cannot explain it: edges act most in the same week, and fade.
     *
     * @param limit the least correlation beyond chance
     */
    boolean isNoEdge(double limit) {
      return correlation - Math.max(0, sameWeek) > limit;
    }
  }
}
