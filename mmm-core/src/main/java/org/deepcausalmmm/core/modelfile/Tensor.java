package org.deepcausalmmm.core.modelfile;

import java.util.Arrays;

/**
 * An array of numbers with its shape.
 *
 * @param shape one extent or more
 * @param values in row-major order
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
record Tensor(int[] shape, double[] values) {
  static Tensor of(double[] values) {
    return new Tensor(new int[] {values.length}, values);
  }

  /**
   * Returns rows of equal length as one array.
   *
   * @param columns length of a row, for an array without rows
   */
  static Tensor of(double[][] rows, int columns) {
    double[] values = new double[rows.length * columns];
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(rows[r], 0, values, r * columns, columns);
    }
    return new Tensor(new int[] {rows.length, columns}, values);
  }

  double[][] rows() {
    double[][] rows = new double[shape[0]][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = Arrays.copyOfRange(values, r * shape[1], (r + 1) * shape[1]);
    }
    return rows;
  }
}
