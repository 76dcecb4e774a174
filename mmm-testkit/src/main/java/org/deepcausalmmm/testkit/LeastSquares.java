package org.deepcausalmmm.testkit;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * The fit of a function to numbers by the method of Levenberg and Marquardt (Marquardt 1963, An
 * algorithm for least-squares estimation of nonlinear parameters).
 *
 * @param model gives as many numbers as there are targets
 * @param enough the sum of squares at which to stop
 */
record LeastSquares(UnaryOperator<double[]> model, int iterations, double enough) {
  private static final double STEP = 1e-6;
  private static final double SHARED = 1e-3;
  private static final double LEAST_DAMPING = 1e-7;
  private static final double MOST_DAMPING = 1e12;

  /** The relative fall of the error below which further steps would change nothing visible. */
  private static final double LEAST_GAIN = 1e-9;

  /** Returns the unknowns that fit best, as far as they can be reached from a start. */
  double[] fit(double[] start, double[] target) {
    Point point = at(start.clone(), target);
    NormalEquations equations = equations(point, target);
    double damping = 1e-2;
    for (int i = 0; i < iterations && damping < MOST_DAMPING && point.error() > enough; i++) {
      Point moved = at(equations.step(point.unknowns(), damping), target);
      if (moved.error() < point.error()) {
        boolean settled = moved.error() > point.error() * (1 - LEAST_GAIN);
        point = moved;
        if (settled) {
          return point.unknowns();
        }
        equations = equations(point, target);
        damping = Math.max(LEAST_DAMPING, damping / 5);
      } else {
        damping *= 5;
      }
    }
    return point.unknowns();
  }

  /** Unknowns, the values of the model there, and their sum of squared errors. */
  private record Point(double[] unknowns, double[] values, double error) {}

  private Point at(double[] unknowns, double[] target) {
    double[] values = model.apply(unknowns);
    return new Point(unknowns, values, error(values, target));
  }

  private static double error(double[] values, double[] target) {
    double sum = 0;
    for (int t = 0; t < target.length; t++) {
      sum += (values[t] - target[t]) * (values[t] - target[t]);
    }
    return sum;
  }

  private NormalEquations equations(Point point, double[] target) {
    int n = point.unknowns().length;
    double[][] slopes = new double[n][];
    for (int j = 0; j < n; j++) {
      double[] moved = point.unknowns().clone();
      moved[j] += STEP;
      double[] other = model.apply(moved);
      slopes[j] = new double[target.length];
      for (int t = 0; t < target.length; t++) {
        slopes[j][t] = (other[t] - point.values()[t]) / STEP;
      }
    }
    double[][] system = new double[n][n + 1];
    for (int j = 0; j < n; j++) {
      for (int t = 0; t < target.length; t++) {
        system[j][n] += slopes[j][t] * (target[t] - point.values()[t]);
        for (int k = 0; k < n; k++) {
          system[j][k] += slopes[j][t] * slopes[k][t];
        }
      }
    }
    return new NormalEquations(system);
  }

  /** The normal equations at a point, [unknown][unknowns and the right side]. */
  private record NormalEquations(double[][] system) {
    /** Returns the unknowns after a step that is the shorter the greater the damping. */
    double[] step(double[] unknowns, double damping) {
      int n = system.length;
      double largest = 0;
      for (int j = 0; j < n; j++) {
        largest = Math.max(largest, system[j][j]);
      }
      double[][] damped = new double[n][];
      for (int j = 0; j < n; j++) {
        damped[j] = system[j].clone();
        // Measured by the largest too, since many unknowns may be determined by nothing at all.
        damped[j][j] += damping * (system[j][j] + SHARED * largest + 1e-12);
      }
      double[] change = solve(damped);
      double[] result = unknowns.clone();
      Arrays.setAll(result, j -> unknowns[j] + change[j]);
      return result;
    }
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
