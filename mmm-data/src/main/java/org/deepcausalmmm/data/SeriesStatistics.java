package org.deepcausalmmm.data;

import java.util.Arrays;

/** Statistics of series. */
public final class SeriesStatistics {
  private SeriesStatistics() {}

  /** Returns whether a quantity [region][week] varies over the first weeks of any region. */
  public static boolean varies(double[][] values, int weeks) {
    for (double[] region : values) {
      for (int t = 1; t < weeks; t++) {
        if (region[t] != region[0]) {
          return true;
        }
      }
    }
    return false;
  }

  /** Counts the first weeks in which a quantity [region][week] is above 0. */
  public static int positive(double[][] values, int weeks) {
    int count = 0;
    for (double[] region : values) {
      for (int t = 0; t < weeks; t++) {
        count += region[t] > 0 ? 1 : 0;
      }
    }
    return count;
  }

  /** Returns the median of some numbers; NaN if there are none. */
  public static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
