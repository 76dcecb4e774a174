package org.deepcausalmmm.core.health;

/** Changes the series of panels. */
final class Panels {
  private Panels() {}

  /**
   * Moves the first weeks of series later; what leaves at their end comes in at the beginning.
   *
   * @param weeks how many; those behind them stay
   */
  static double[][] shifted(double[][] rows, int weeks, int by) {
    double[][] shifted = new double[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      shifted[r] = rows[r].clone();
      for (int t = 0; t < weeks; t++) {
        shifted[r][(t + by) % weeks] = rows[r][t];
      }
    }
    return shifted;
  }
}
