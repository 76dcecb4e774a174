package org.deepcausalmmm.experiment.estimate;

import java.util.Arrays;

/**
 * The weights of synthetic control: non-negative, with sum 1, and the least squared error (Abadie,
 * Diamond and Hainmueller 2010).
 *
 * <p>Accelerated projected gradients (Beck and Teboulle 2009): placebos need thousands of these
 * small problems, for which a general quadratic program takes ten times as long.
 */
final class SimplexWeights {
  private static final int STEPS = 120;
  private static final double ENOUGH = 1e-5;

  private SimplexWeights() {}

  /**
   * Returns the weights.
   *
   * @param gram [control][control]: products of the controls
   * @param cross [control]: products of the controls and the treated
   */
  static double[] fit(double[][] gram, double[] cross) {
    int n = cross.length;
    double lipschitz = largestEigenvalue(gram);
    double[] weights = new double[n];
    Arrays.fill(weights, 1.0 / n);
    if (!(lipschitz > 0)) {
      return weights;
    }
    double[] ahead = weights.clone();
    double momentum = 1;
    for (int step = 0; step < STEPS; step++) {
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        next[i] = ahead[i] - (dot(gram[i], ahead) - cross[i]) / lipschitz;
      }
      project(next);
      double later = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      double change = 0;
      double uphill = 0;
      for (int i = 0; i < n; i++) {
        double moved = next[i] - weights[i];
        change = Math.max(change, Math.abs(moved));
        uphill += (ahead[i] - next[i]) * moved;
      }
      double carried = uphill > 0 ? 0 : (momentum - 1) / later;
      for (int i = 0; i < n; i++) {
        ahead[i] = next[i] + carried * (next[i] - weights[i]);
      }
      momentum = uphill > 0 ? 1 : later;
      weights = next;
      if (change < ENOUGH) {
        break;
      }
    }
    return weights;
  }

  /** Returns an upper estimate of the largest eigenvalue by the power method. */
  private static double largestEigenvalue(double[][] gram) {
    double[] v = new double[gram.length];
    Arrays.fill(v, 1);
    double value = 0;
    for (int step = 0; step < 12; step++) {
      double[] next = new double[v.length];
      for (int i = 0; i < v.length; i++) {
        next[i] = dot(gram[i], v) + 1e-12 * i;
      }
      value = Math.sqrt(Training.squares(next));
      if (!(value > 0)) {
        return 0;
      }
      for (int i = 0; i < v.length; i++) {
        v[i] = next[i] / value;
      }
    }
    return 1.05 * value;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Moves weights to the nearest that are non-negative with sum 1 (Duchi et al. 2008). */
  private static void project(double[] weights) {
    double[] sorted = weights.clone();
    Arrays.sort(sorted);
    double sum = 0;
    double shift = 0;
    for (int k = 1; k <= sorted.length; k++) {
      sum += sorted[sorted.length - k];
      double candidate = (sum - 1) / k;
      if (sorted[sorted.length - k] > candidate) {
        shift = candidate;
      }
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.max(0, weights[i] - shift);
    }
  }
}
