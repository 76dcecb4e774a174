package org.deepcausalmmm.core.pooling;

/**
 * The estimate of a standard deviation between units by Paule and Mandel (1982, J. Res. NBS 87).
 */
final class PauleMandel {
  private static final int HALVINGS = 60;

  private PauleMandel() {}

  /** Returns the spread at which the weighted squares are as many as there are units less one. */
  static double spread(double[] estimate, double[] error) {
    if (excess(0, estimate, error) <= 0) {
      return 0;
    }
    double low = 0;
    double high = 1;
    while (excess(high, estimate, error) > 0) {
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (excess(middle, estimate, error) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double excess(double spread, double[] estimate, double[] error) {
    double precision = 0;
    double weighted = 0;
    for (int i = 0; i < estimate.length; i++) {
      double own = 1 / (error[i] * error[i] + spread * spread);
      precision += own;
      weighted += own * estimate[i];
    }
    double squares = 0;
    for (int i = 0; i < estimate.length; i++) {
      double rest = estimate[i] - weighted / precision;
      squares += rest * rest / (error[i] * error[i] + spread * spread);
    }
    return squares - (estimate.length - 1);
  }
}
