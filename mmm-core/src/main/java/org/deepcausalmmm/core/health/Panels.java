package org.deepcausalmmm.core.health;

/** Changes the series of panels. */
final class Panels {
  private Panels() {}

  /** Moves series later by a number of weeks; what leaves at the end comes in at the beginning. */
  static double[][] shifted(double[][] rows, int by) {
    double[][] shifted = new double[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      int weeks = rows[r].length;
      shifted[r] = new double[weeks];
      for (int t = 0; t < weeks; t++) {
        shifted[r][(t + by) % weeks] = rows[r][t];
      }
    }
    return shifted;
  }
}
