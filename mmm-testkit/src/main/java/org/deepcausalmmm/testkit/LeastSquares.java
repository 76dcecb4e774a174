package org.deepcausalmmm.testkit;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Fits a function to numbers by the method of Levenberg and Marquardt (Marquardt 1963, An algorithm
 * for least-squares estimation of nonlinear parameters).
 *
 * @param model gives as many numbers as there are targets
 * @param enough the sum of squares at which to stop
 */
record LeastSquares(UnaryOperator<double[]> model, int iterations, double enough) {
  private static final double STEP = 1e-6;
  private static final double SHARED = 1e-3;
  private static final double LEAST_DAMPING = 1e-7;

  /** Returns the unknowns that fit best, as far as they can be reached from a start. */
  double[] fit(double[] start, double[] target) {
    double[] unknowns = start.clone();
    double damping = 1e-2;
    double error = error(model.apply(unknowns), target);
    for (int i = 0; i < iterations && damping < 1e12 && error > enough; i++) {
      double[] moved = step(unknowns, target, damping);
      double newError = error(model.apply(moved), target);
      if (newError < error) {
        unknowns = moved;
        error = newError;
        damping = Math.max(LEAST_DAMPING, damping / 5);
      } else {
        damping *= 5;
      }
    }
    return unknowns;
  }

  private static double error(double[] values, double[] target) {
    double sum = 0;
    for (int t = 0; t < target.length; t++) {
      sum += (values[t] - target[t]) * (values[t] - target[t]);
    }
    return sum;
  }

  private double[] step(double[] unknowns, double[] target, double damping) {
    int n = unknowns.length;
    double[] values = model.apply(unknowns);
    double[][] slopes = new double[n][];
    for (int j = 0; j < n; j++) {
      double[] moved = unknowns.clone();
      moved[j] += STEP;
      double[] other = model.apply(moved);
      slopes[j] = new double[target.length];
      for (int t = 0; t < target.length; t++) {
        slopes[j][t] = (other[t] - values[t]) / STEP;
      }
    }
    double[][] system = new double[n][n + 1];
    for (int j = 0; j < n; j++) {
      for (int t = 0; t < target.length; t++) {
        system[j][n] += slopes[j][t] * (target[t] - values[t]);
        for (int k = 0; k < n; k++) {
          system[j][k] += slopes[j][t] * slopes[k][t];
        }
      }
    }
    double largest = 0;
    for (int j = 0; j < n; j++) {
      largest = Math.max(largest, system[j][j]);
    }
    for (int j = 0; j < n; j++) {
      // Measured by the largest too, since many unknowns may be determined by nothing at all.
      system[j][j] += damping * (system[j][j] + SHARED * largest + 1e-12);
    }
    double[] change = solve(system);
    double[] result = unknowns.clone();
    Arrays.setAll(result, j -> unknowns[j] + change[j]);
    return result;
  }

  /** Solves a positive definite system, given with its right side, by elimination. */
  private static double[] solve(double[][] system) {
    int n = system.length;
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        if (i != j) {
          double factor = system[i][j] / system[j][j];
          for (int k = j; k <= n; k++) {
            system[i][k] -= factor * system[j][k];
          }
        }
      }
    }
    double[] solution = new double[n];
    Arrays.setAll(solution, j -> system[j][n] / system[j][j]);
    return solution;
  }
}
