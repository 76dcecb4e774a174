package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import org.deepcausalmmm.core.numeric.Statistics;

/**
 * The loading of the shared baseline in each region: its mean residual over the median region's.
 */
final class RegionScale {
  private static final double LEAST_MEDIAN = 0.05;
  private static final double LEAST = 0.3;
  private static final double MOST = 3;

  private RegionScale() {}

  /**
   * Returns the loadings, between 0.3 and 3; 1 for a region without observations.
   *
   * @param residual [region][week]: outcome less media; 0 where nothing was observed
   * @param observed [region][week]
   * @return [region]
   */
  static double[] of(double[][] residual, boolean[][] observed) {
    double[] level = new double[residual.length];
    for (int r = 0; r < level.length; r++) {
      int weeks = 0;
      for (int t = 0; t < residual[r].length; t++) {
        level[r] += residual[r][t];
        weeks += observed[r][t] ? 1 : 0;
      }
      level[r] = weeks == 0 ? Double.NaN : level[r] / weeks;
    }
    double median = Math.max(LEAST_MEDIAN, Statistics.highMedian(level));
    return Arrays.stream(level)
        .map(x -> Double.isNaN(x) ? 1 : Math.max(LEAST, Math.min(MOST, x / median)))
        .toArray();
  }
}
