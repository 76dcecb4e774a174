package org.deepcausalmmm.data;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Operations on arrays [region][week]. */
public final class RegionWeeks {
  private RegionWeeks() {}

  /** Returns an array that holds one value everywhere. */
  public static double[][] filled(int regions, int weeks, double value) {
    double[][] array = new double[regions][weeks];
    for (double[] row : array) {
      Arrays.fill(row, value);
    }
    return array;
  }

  /** Copies an array. */
  public static double[][] copy(double[][] array) {
    return map(array, v -> v);
  }

  /** Copies an array and changes every value. */
  public static double[][] map(double[][] array, DoubleUnaryOperator change) {
    double[][] copy = new double[array.length][];
    for (int r = 0; r < array.length; r++) {
      copy[r] = Arrays.stream(array[r]).map(change).toArray();
    }
    return copy;
  }

  /** Cuts an array to its first weeks. */
  public static double[][] firstWeeks(double[][] array, int weeks) {
    double[][] cut = new double[array.length][];
    for (int r = 0; r < array.length; r++) {
      cut[r] = Arrays.copyOf(array[r], weeks);
    }
    return cut;
  }
}
