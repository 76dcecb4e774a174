package org.deepcausalmmm.simulation;

import java.math.BigDecimal;

/** The rounding and writing of numbers as a file of data shows them. */
final class Decimals {
  private Decimals() {}

  /** Rounds to a number of decimals. */
  static double round(double value, int decimals) {
    double scale = Math.pow(10, decimals);
    double rounded = Math.rint(value * scale) / scale;
    return rounded == 0 ? 0 : rounded; // no negative zero
  }

  /** Rounds every value to a number of decimals. */
  static double[][] round(double[][] values, int decimals) {
    double[][] rounded = new double[values.length][];
    for (int r = 0; r < values.length; r++) {
      rounded[r] = values[r].clone();
      for (int t = 0; t < rounded[r].length; t++) {
        rounded[r][t] = round(rounded[r][t], decimals);
      }
    }
    return rounded;
  }

  /** Writes a number without exponent and without superfluous zeros. */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : BigDecimal.valueOf(value).toPlainString();
  }
}
