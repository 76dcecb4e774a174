package org.deepcausalmmm.dag;

/**
 * The solution of small least-squares problems with coefficients of 0 or more.
 *
 * <p>The active-set method of Lawson and Hanson (Solving Least Squares Problems, 1974, chapter 23)
 * on the normal equations.
 */
final class NonNegativeLeastSquares {
  private static final double TOLERANCE = 1e-10;

  private NonNegativeLeastSquares() {}

  /**
   * Minimises w'Gw / 2 - b'w over w of 0 or more.
   *
   * @param gram [n][n]: G, symmetric and positive semi-definite
   * @param score [n]: b
   * @return [n]: w
   */
  static double[] solve(double[][] gram, double[] score) {
    int n = score.length;
    double[] weights = new double[n];
    boolean[] free = new boolean[n];
    for (int round = 0; round < 3 * n + 3; round++) {
      int best = steepest(gram, score, weights, free);
      if (best < 0) {
        break;
      }
      free[best] = true;
      while (!stepTowards(gram, score, weights, free)) {
        // A weight reached 0 and was fixed there; the rest are solved again.
      }
    }
    return weights;
  }

  private static int steepest(double[][] gram, double[] score, double[] weights, boolean[] free) {
    int best = -1;
    double steepest = 0;
    for (int i = 0; i < score.length; i++) {
      if (!free[i] && gram[i][i] > 0) {
        double slope = score[i];
        for (int j = 0; j < score.length; j++) {
          slope -= gram[i][j] * weights[j];
        }
        double scaled = slope / Math.sqrt(gram[i][i]);
        if (scaled > steepest + TOLERANCE * Math.abs(score[i]) / Math.sqrt(gram[i][i])) {
          steepest = scaled;
          best = i;
        }
      }
    }
    return best;
  }

  /** Moves to the solution of the free weights, or as far as the first weight that reaches 0. */
  private static boolean stepTowards(
      double[][] gram, double[] score, double[] weights, boolean[] free) {
    double[] wanted = LinearSystem.solve(gram, score, free);
    double step = 1;
    int blocking = -1;
    for (int i = 0; i < weights.length; i++) {
      if (free[i] && wanted[i] <= 0) {
        double reach = weights[i] <= 0 ? 0 : weights[i] / (weights[i] - wanted[i]);
        if (reach < step || blocking < 0) {
          step = Math.min(step, reach);
          blocking = i;
        }
      }
    }
    for (int i = 0; i < weights.length; i++) {
      if (free[i]) {
        weights[i] = Math.max(0, weights[i] + step * (wanted[i] - weights[i]));
      }
    }
    if (blocking < 0) {
      return true;
    }
    weights[blocking] = 0;
    free[blocking] = false;
    return false;
  }
}
