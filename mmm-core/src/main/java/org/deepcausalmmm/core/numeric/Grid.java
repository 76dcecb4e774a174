package org.deepcausalmmm.core.numeric;

import java.util.Arrays;

/**
 * The cells of a panel in a flat array: [region][week], weeks of one region side by side.
 *
 * @param regions number of regions
 * @param weeks number of weeks
 */
public record Grid(int regions, int weeks) {
  /** Returns the number of cells. */
  public int size() {
    return regions * weeks;
  }

  /** Returns the index of a cell in a flat array. */
  public int index(int region, int week) {
    return region * weeks + week;
  }

  /** Returns the same cells with several values in each: [region][week][column]. */
  public Cube columns(int columns) {
    return new Cube(this, columns);
  }

  /**
   * Returns the rows of a flat array.
   *
   * @param flat [region * week]
   * @return [region][week]
   */
  public double[][] rows(double[] flat) {
    double[][] rows = new double[regions][];
    for (int r = 0; r < regions; r++) {
      rows[r] = Arrays.copyOfRange(flat, r * weeks, (r + 1) * weeks);
    }
    return rows;
  }
}
