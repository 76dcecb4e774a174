package org.deepcausalmmm.dag;

/**
 * The weights of the weeks by how exact they are.
 *
 * <p>Prices vary by a factor, so the error of a week grows with its exposure. How strongly is read
 * off the residuals: the variance is modelled as a power of expected exposure squared + {@link
 * #FLOOR} squared (Harvey 1976), with a power between 0 (equal errors) and 1 (a factor).
 */
final class Weighting {
  /** Exposures well below this share of their average count as equally exact. */
  private static final double FLOOR = .25;

  private Weighting() {}

  /** Returns the roots of equal weights, [row]. */
  static double[] equal(int rows) {
    double[] root = new double[rows];
    java.util.Arrays.fill(root, 1);
    return root;
  }

  /**
   * Returns the roots of the weights, [row].
   *
   * @param exposure [row]: observed
   * @param error [row]: what an unweighted regression leaves of it
   */
  static double[] of(double[] exposure, double[] error) {
    int rows = exposure.length;
    double[] size = new double[rows];
    double[] spread = new double[rows];
    double mean = Nuisance.dot(error, error) / Math.max(1, rows);
    double sizes = 0;
    double spreads = 0;
    for (int i = 0; i < rows; i++) {
      double expected = Math.max(0, exposure[i] - error[i]);
      size[i] = Math.log(expected * expected + FLOOR * FLOOR);
      spread[i] = Math.log(error[i] * error[i] + 1e-4 * mean + Double.MIN_NORMAL);
      sizes += size[i] / rows;
      spreads += spread[i] / rows;
    }
    double together = 0;
    double square = 0;
    for (int i = 0; i < rows; i++) {
      together += (size[i] - sizes) * (spread[i] - spreads);
      square += (size[i] - sizes) * (size[i] - sizes);
    }
    double power = square > 0 ? Math.min(1, Math.max(0, together / square)) : 0;
    double[] root = new double[rows];
    for (int i = 0; i < rows; i++) {
      root[i] = Math.exp(-power * size[i] / 2);
    }
    return root;
  }
}
