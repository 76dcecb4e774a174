package org.deepcausalmmm.data.panel;

import java.util.Arrays;
import org.deepcausalmmm.data.RegionWeeks;

/**
 * The estimate of the exposure or spend of region-weeks without a row, which carries over into
 * weeks that have one.
 *
 * <p>Exposure is taken to be what the week was like in all regions times what the region is like,
 * as found by alternating ratios (iterative proportional fitting; Deming and Stephan 1940), and the
 * region's size is taken from the rows next to the gap, so that it follows a region's own course. A
 * week without any row lies on a straight line between its neighbours; a region without any has 0.
 */
final class AbsentExposure {
  private static final int PASSES = 10;
  private static final int NEAR = 4;

  private AbsentExposure() {}

  /**
   * Fills the absent region-weeks of a series.
   *
   * @param values [region][week], 0 or more where a row is there
   * @param present [region][week]: whether a row is there
   * @param trainWeeks how many of the first weeks are not held out; they are filled from each other
   *     alone
   * @return [region][week], the present values unchanged
   */
  static double[][] fill(double[][] values, boolean[][] present, int trainWeeks) {
    double[][] filled = RegionWeeks.copy(values);
    fill(values, present, 0, trainWeeks, filled);
    fill(values, present, trainWeeks, values[0].length, filled);
    return filled;
  }

  /** Fills some weeks from all weeks up to the last of them. */
  private static void fill(
      double[][] values, boolean[][] present, int from, int to, double[][] filled) {
    double[] week = new double[to];
    double[] region = new double[values.length];
    Arrays.fill(region, 1);
    for (int pass = 0; pass < PASSES; pass++) {
      for (int t = 0; t < to; t++) {
        double sum = 0;
        double size = 0;
        for (int r = 0; r < region.length; r++) {
          sum += present[r][t] ? values[r][t] : 0;
          size += present[r][t] ? region[r] : 0;
        }
        week[t] = size > 0 ? sum / size : Double.NaN;
      }
      GapFiller.fillLine(week);
      for (int r = 0; r < region.length; r++) {
        region[r] = ratio(values[r], present[r], week, 0, to);
      }
    }
    for (int r = 0; r < region.length; r++) {
      for (int t = from; t < to; t++) {
        if (!present[r][t]) {
          int first = Math.max(0, t - NEAR);
          int end = Math.min(to, t + NEAR + 1);
          double near = ratio(values[r], present[r], week, first, end);
          double size = Double.isNaN(near) ? region[r] : near;
          filled[r][t] = Double.isNaN(size) ? 0 : week[t] * size;
        }
      }
    }
  }

  /** Returns how large a region is against the weeks' values; NaN if no row tells. */
  private static double ratio(double[] values, boolean[] present, double[] week, int from, int to) {
    double sum = 0;
    double size = 0;
    for (int t = from; t < to; t++) {
      sum += present[t] ? values[t] : 0;
      size += present[t] ? week[t] : 0;
    }
    return size > 0 ? sum / size : Double.NaN;
  }
}
