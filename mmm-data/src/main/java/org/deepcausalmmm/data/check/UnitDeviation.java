package org.deepcausalmmm.data.check;

import java.util.function.DoubleBinaryOperator;

/**
 * Deviations from each region's mean over the training weeks, scaled to length 1: the scalar
 * product of two is their correlation within the regions.
 */
final class UnitDeviation {
  private UnitDeviation() {}

  /**
   * Returns the deviations of values; 0 where none varies.
   *
   * @param values [region][week]
   * @param from the deviation of a value (first) from its region's mean (second)
   * @return [region * week]
   */
  static double[] of(double[][] values, int weeks, DoubleBinaryOperator from) {
    double[] all = new double[values.length * weeks];
    int next = 0;
    for (int r = 0; r < values.length; r++) {
      double mean = 0;
      for (int t = 0; t < weeks; t++) {
        mean += values[r][t] / weeks;
      }
      for (int t = 0; t < weeks; t++) {
        all[next++] = from.applyAsDouble(values[r][t], mean);
      }
    }
    double length = Math.sqrt(dot(all, all));
    for (int i = 0; i < all.length && length > 0; i++) {
      all[i] /= length;
    }
    return all;
  }

  /** Returns the scalar product. */
  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
