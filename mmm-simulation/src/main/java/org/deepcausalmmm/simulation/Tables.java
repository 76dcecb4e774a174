package org.deepcausalmmm.simulation;

import java.util.Arrays;

/** Sums and products over regions and weeks. */
final class Tables {
  private Tables() {}

  static double mean(double[] values) {
    return values.length == 0 ? 0 : sum(values) / values.length;
  }

  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  static double sum(double[][] values) {
    double sum = 0;
    for (double[] row : values) {
      sum += sum(row);
    }
    return sum;
  }

  /** Returns the columns of a table from one on. */
  static double[][] from(int first, double[][] values) {
    double[][] result = new double[values.length][];
    for (int r = 0; r < values.length; r++) {
      result[r] = Arrays.copyOfRange(values[r], first, values[r].length);
    }
    return result;
  }

  /** Returns the values centred, in units of their standard deviation; all 0 if they are equal. */
  static double[] standardised(double[] values) {
    double mean = mean(values);
    double sd = sd(values);
    double[] result = new double[values.length];
    for (int t = 0; t < values.length && sd > 0; t++) {
      result[t] = (values[t] - mean) / sd;
    }
    return result;
  }

  static double sd(double[] values) {
    double mean = mean(values);
    double square = 0;
    for (double value : values) {
      square += (value - mean) * (value - mean);
    }
    return Math.sqrt(square / values.length);
  }

  static double[][] times(double[][] values, double factor) {
    double[][] result = new double[values.length][];
    for (int r = 0; r < values.length; r++) {
      result[r] = values[r].clone();
      for (int t = 0; t < result[r].length; t++) {
        result[r][t] *= factor;
      }
    }
    return result;
  }

  /** Returns the correlation of two tables after each row's own mean was taken away. */
  static double correlationWithinRows(double[][] a, double[][] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int r = 0; r < a.length; r++) {
      double meanA = mean(a[r]);
      double meanB = mean(b[r]);
      for (int t = 0; t < a[r].length; t++) {
        ab += (a[r][t] - meanA) * (b[r][t] - meanB);
        aa += (a[r][t] - meanA) * (a[r][t] - meanA);
        bb += (b[r][t] - meanB) * (b[r][t] - meanB);
      }
    }
    return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
  }
}
