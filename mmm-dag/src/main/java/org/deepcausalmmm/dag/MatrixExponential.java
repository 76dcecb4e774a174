package org.deepcausalmmm.dag;

/** The exponential of a small matrix of entries of 0 or more by scaling and squaring. */
final class MatrixExponential {
  private static final int TERMS = 14;

  private MatrixExponential() {}

  /**
   * Returns exp(A).
   *
   * @param matrix [n][n]: A
   */
  static double[][] of(double[][] matrix) {
    int n = matrix.length;
    double norm = 0;
    for (double[] row : matrix) {
      double sum = 0;
      for (double value : row) {
        sum += Math.abs(value);
      }
      norm = Math.max(norm, sum);
    }
    int squarings = norm > .5 ? Math.max(0, Math.getExponent(norm) + 2) : 0;
    double scale = Math.scalb(1.0, -squarings);
    double[][] scaled = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled[i][j] = matrix[i][j] * scale;
      }
    }
    double[][] result = identity(n);
    for (int term = TERMS; term > 0; term--) {
      result = multiply(scaled, result);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          result[i][j] /= term;
        }
        result[i][i] += 1;
      }
    }
    for (int s = 0; s < squarings; s++) {
      result = multiply(result, result);
    }
    return result;
  }

  private static double[][] identity(int n) {
    double[][] identity = new double[n][n];
    for (int i = 0; i < n; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }

  private static double[][] multiply(double[][] left, double[][] right) {
    int n = left.length;
    double[][] product = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double factor = left[i][k];
        for (int j = 0; factor != 0 && j < n; j++) {
          product[i][j] += factor * right[k][j];
        }
      }
    }
    return product;
  }
}
