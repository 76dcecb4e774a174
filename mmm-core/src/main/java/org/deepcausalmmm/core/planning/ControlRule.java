package org.deepcausalmmm.core.planning;

import java.util.Arrays;

/**
 * The extrapolation of a control that a plan leaves open: the same week a year before, shifted by
 * the difference of its last 13 weeks from the same weeks a year before; with less history, the
 * mean of its last 13 weeks.
 */
final class ControlRule {
  private static final int YEAR = 52;
  private static final int RECENT = 13;

  private ControlRule() {}

  /** Returns the extrapolated weeks after a series. */
  static double[] carryOn(double[] series, int weeks) {
    int known = series.length;
    double recent = mean(series, Math.max(0, known - RECENT), known);
    double[] later = new double[weeks];
    if (known < YEAR + RECENT) {
      Arrays.fill(later, recent);
      return later;
    }
    double shift = recent - mean(series, known - YEAR - RECENT, known - YEAR);
    for (int t = 0; t < weeks; t++) {
      later[t] = series[known - YEAR + t % YEAR] + shift;
    }
    return later;
  }

  private static double mean(double[] series, int from, int to) {
    return Arrays.stream(series, from, to).average().orElse(0);
  }
}
