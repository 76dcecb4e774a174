package org.deepcausalmmm.dag;

/**
 * Small symmetric systems of linear equations whose redundant unknowns are left at 0.
 *
 * <p>Exposures of channels are often copies of each other, so that matrices are singular. The
 * Cholesky factors of EJML and Hipparchus refuse such a matrix; these skip the unknowns that others
 * explain.
 */
final class LinearSystem {
  /** Columns that others explain but for this share get a weight of 0. */
  private static final double SINGULAR = 1e-9;

  private LinearSystem() {}

  /**
   * Solves the equations of the chosen unknowns by Cholesky factors; redundant unknowns are 0.
   *
   * @param matrix [n][n], symmetric and positive semi-definite
   * @param right [n]
   * @param chosen [n]
   * @return [n]: 0 where not chosen
   */
  static double[] solve(double[][] matrix, double[] right, boolean[] chosen) {
    int n = right.length;
    double[][] factor = new double[n][n];
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      if (!chosen[i]) {
        continue;
      }
      double pivot = matrix[i][i];
      double value = right[i];
      for (int j = 0; j < i; j++) {
        if (factor[j][j] > 0) {
          double entry = matrix[i][j];
          for (int k = 0; k < j; k++) {
            entry -= factor[i][k] * factor[j][k];
          }
          factor[i][j] = entry / factor[j][j];
          pivot -= factor[i][j] * factor[i][j];
          value -= factor[i][j] * solution[j];
        }
      }
      if (pivot > SINGULAR * matrix[i][i]) {
        factor[i][i] = Math.sqrt(pivot);
        solution[i] = value / factor[i][i];
      } else {
        java.util.Arrays.fill(factor[i], 0);
      }
    }
    return substituteBack(factor, solution);
  }

  private static double[] substituteBack(double[][] factor, double[] solution) {
    int n = solution.length;
    for (int i = n - 1; i >= 0; i--) {
      if (factor[i][i] > 0) {
        for (int k = i + 1; k < n; k++) {
          solution[i] -= factor[k][i] * solution[k];
        }
        solution[i] /= factor[i][i];
      }
    }
    return solution;
  }
}
