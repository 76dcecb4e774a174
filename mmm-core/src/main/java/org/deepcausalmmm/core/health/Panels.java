package org.deepcausalmmm.core.health;

/** Transformations of a panel's series. */
final class Panels {
  private Panels() {}

  /**
   * Returns series whose first weeks are shifted later in a circle.
   *
   * @param weeks number of weeks that are shifted; those after them stay
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
