package org.deepcausalmmm.dag;

import java.util.Arrays;

/**
 * A minimiser of smooth functions of variables of 0 or more.
 *
 * <p>The spectral projected gradient method of Birgin, Martinez and Raydan (SIAM Journal on
 * Optimization 10, 2000): steps as long as the curvature along the last one suggests, accepted if
 * they improve on the worst of the last ten values. A structure module sees mmm-api alone, as a
 * plugin does, so that it cannot share the core's maximiser over convex sets.
 */
final class ProjectedGradient {
  private static final int MEMORY = 10;
  private static final double SUFFICIENT = 1e-4;
  private static final int HALVINGS = 40;

  private ProjectedGradient() {}

  /** A function that can be differentiated. */
  @FunctionalInterface
  interface Objective {
    /**
     * Returns the value at a point and fills in the gradient there.
     *
     * @param gradient [n], overwritten
     */
    double evaluate(double[] point, double[] gradient);
  }

  /**
   * Returns a point at which the projected gradient is no larger than a tolerance.
   *
   * @param start [n], 0 or more
   * @param iterations how many steps at most
   */
  static double[] minimise(Objective objective, double[] start, int iterations, double tolerance) {
    int n = start.length;
    double[] point = start.clone();
    double[] gradient = new double[n];
    double value = objective.evaluate(point, gradient);
    double[] recent = new double[MEMORY];
    Arrays.fill(recent, value);
    double length = 1;
    for (int step = 0; step < iterations; step++) {
      if (norm(direction(point, gradient, 1)) <= tolerance) {
        break;
      }
      double[] direction = direction(point, gradient, length);
      double slope = Nuisance.dot(direction, gradient);
      double worst = Arrays.stream(recent).max().orElse(value);
      double share = 1;
      double[] next = along(point, direction, share);
      double[] nextGradient = new double[n];
      double nextValue = objective.evaluate(next, nextGradient);
      for (int i = 0; i < HALVINGS && !(nextValue <= worst + SUFFICIENT * share * slope); i++) {
        share /= 2;
        next = along(point, direction, share);
        nextValue = objective.evaluate(next, nextGradient);
      }
      if (!(nextValue <= worst)) {
        break;
      }
      length = spectralLength(point, next, gradient, nextGradient);
      point = next;
      gradient = nextGradient;
      recent[step % MEMORY] = nextValue;
    }
    return point;
  }

  private static double[] direction(double[] point, double[] gradient, double length) {
    double[] direction = new double[point.length];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = Math.max(0, point[i] - length * gradient[i]) - point[i];
    }
    return direction;
  }

  private static double[] along(double[] point, double[] direction, double share) {
    double[] next = new double[point.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = Math.max(0, point[i] + share * direction[i]);
    }
    return next;
  }

  private static double spectralLength(
      double[] point, double[] next, double[] gradient, double[] nextGradient) {
    double moved = 0;
    double curvature = 0;
    for (int i = 0; i < point.length; i++) {
      double change = next[i] - point[i];
      moved += change * change;
      curvature += change * (nextGradient[i] - gradient[i]);
    }
    return curvature > 0 ? Math.min(1e6, Math.max(1e-10, moved / curvature)) : 1;
  }

  private static double norm(double[] vector) {
    double largest = 0;
    for (double value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
