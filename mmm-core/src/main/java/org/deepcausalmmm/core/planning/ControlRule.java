package org.deepcausalmmm.core.planning;

import java.util.Arrays;
import org.deepcausalmmm.data.Period;

/**
 * The extrapolation of a control that a plan leaves open: the same week a year before, shifted by
 * the difference of its last quarter (13 weeks or 3 months) from the same quarter a year before;
 * with less history, the mean of its last quarter.
 */
final class ControlRule {

  private ControlRule() {}

  /** Returns the extrapolated weeks or months after a series. */
  static double[] carryOn(double[] series, int weeks, Period period) {
    int year = period.wholePerYear();
    int quarter = year / 4;
    int known = series.length;
    double recent = mean(series, Math.max(0, known - quarter), known);
    double[] later = new double[weeks];
    if (known < year + quarter) {
      Arrays.fill(later, recent);
      return later;
    }
    double shift = recent - mean(series, known - year - quarter, known - year);
    for (int t = 0; t < weeks; t++) {
      later[t] = series[known - year + t % year] + shift;
    }
    return later;
  }

  private static double mean(double[] series, int from, int to) {
    return Arrays.stream(series, from, to).average().orElse(0);
  }
}
