package org.deepcausalmmm.data.panel;

import java.util.Arrays;
import org.deepcausalmmm.data.RegionWeeks;

/**
 * The rule that fills unknown values of controls and money values: between two known weeks of a
 * region by a straight line, before the first and after the last by the nearest, in a region
 * without any by the mean of the other regions.
 *
 * <p>The training weeks are filled from training weeks alone.
 */
final class GapFiller {
  private GapFiller() {}

  /**
   * Fills a series.
   *
   * @param values [region][week]; NaN where unknown
   * @param trainWeeks how many of the first weeks are not held out
   * @return [region][week]; null if no training week of any region is known
   */
  static double @org.jspecify.annotations.Nullable [][] fill(double[][] values, int trainWeeks) {
    int weeks = values[0].length;
    double[][] filled = RegionWeeks.copy(values);
    boolean[] known = new boolean[values.length];
    boolean any = false;
    for (int r = 0; r < values.length; r++) {
      known[r] = fillRegion(filled[r], 0, trainWeeks);
      any |= known[r];
    }
    if (!any) {
      return null;
    }
    for (int r = 0; r < values.length; r++) {
      if (!known[r]) {
        meanOfOthers(filled, known, r, 0, trainWeeks);
      }
      fillRegion(filled[r], trainWeeks - 1, weeks);
    }
    return filled;
  }

  /** Fills from the known weeks of a region; false if there are none. */
  private static boolean fillRegion(double[] series, int from, int to) {
    int previous = -1;
    for (int t = from; t < to; t++) {
      if (Double.isNaN(series[t])) {
        continue;
      }
      if (previous < 0) {
        Arrays.fill(series, from, t, series[t]);
      }
      for (int gap = previous + 1; previous >= 0 && gap < t; gap++) {
        double share = (double) (gap - previous) / (t - previous);
        series[gap] = series[previous] + share * (series[t] - series[previous]);
      }
      previous = t;
    }
    if (previous >= 0) {
      Arrays.fill(series, previous, to, series[previous]);
    }
    return previous >= 0;
  }

  /** Fills one series by straight lines; nothing happens to one that is unknown throughout. */
  static void fillLine(double[] series) {
    fillRegion(series, 0, series.length);
  }

  private static void meanOfOthers(
      double[][] filled, boolean[] known, int region, int from, int to) {
    for (int t = from; t < to; t++) {
      double sum = 0;
      int count = 0;
      for (int r = 0; r < filled.length; r++) {
        if (known[r]) {
          sum += filled[r][t];
          count++;
        }
      }
      filled[region][t] = sum / count;
    }
  }
}
