package org.deepcausalmmm.simulation;

import java.util.Arrays;

/**
 * The faults of the data of a world.
 *
 * @param present [region][week]: whether the data have a row
 * @param factor [region][week]: what an observed outcome is multiplied by; 1 if nothing is wrong
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content nowhere
record Flaws(boolean[][] present, double[][] factor) {
  private static final int LEAST_ROWS = 8;

  static Flaws draw(WorldSpec spec, Chance chance) {
    int first = spec.earlierWeeks();
    boolean[][] present = new boolean[spec.regions()][spec.allWeeks()];
    double[][] factor = new double[spec.regions()][spec.allWeeks()];
    Chance lost = chance.fork("missing");
    Chance late = chance.fork("short");
    Chance outlier = chance.fork("outliers");
    for (int r = 0; r < spec.regions(); r++) {
      Arrays.fill(factor[r], 1);
      for (int t = 0; t < spec.allWeeks(); t++) {
        present[r][t] = !lost.happens(spec.data().missingRows()) && t >= first;
        if (outlier.happens(2 * spec.data().outliers())) {
          factor[r][t] = outlier.happens(0.5) ? 3 : 0;
        }
      }
      double begun = first + late.uniform(0.3, 0.7) * spec.weeks();
      if (late.happens(spec.data().shortHistories())) {
        Arrays.fill(present[r], 0, (int) begun, false);
      }
      keepSome(present[r]);
    }
    present[0][first] = true; // so that the first and the last week are in the data
    present[0][spec.allWeeks() - 1] = true;
    return new Flaws(present, factor);
  }

  /** Keeps the last rows of a region that would have almost none. */
  private static void keepSome(boolean[] present) {
    int rows = 0;
    for (boolean there : present) {
      rows += there ? 1 : 0;
    }
    if (rows < LEAST_ROWS) {
      Arrays.fill(present, present.length - LEAST_ROWS, present.length, true);
    }
  }

  /** Adds up a table over the rows that the data have, by region. */
  double[] sums(double[][] values) {
    double[] sums = new double[values.length];
    for (int r = 0; r < values.length; r++) {
      for (int t = 0; t < values[r].length; t++) {
        sums[r] += present[r][t] ? values[r][t] : 0;
      }
    }
    return sums;
  }
}
