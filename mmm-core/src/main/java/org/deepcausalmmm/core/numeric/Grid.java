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
    return start(region) + week;
  }

  /** Returns the index of the first week of a region. */
  public int start(int region) {
    return region * weeks;
  }

  /** Returns the index behind the last week of a region. */
  public int end(int region) {
    return start(region + 1);
  }

  /** Returns the region of a cell. */
  public int region(int cell) {
    return cell / weeks;
  }

  /** Returns the week of a cell. */
  public int week(int cell) {
    return cell % weeks;
  }

  /**
   * Returns the weeks of a region.
   *
   * @param flat [region * week]
   */
  public double[] row(double[] flat, int region) {
    return Arrays.copyOfRange(flat, start(region), end(region));
  }

  /**
   * Sets the weeks of a region.
   *
   * @param flat [region * week], changed
   * @param row [week]
   */
  public void setRow(double[] flat, int region, double[] row) {
    System.arraycopy(row, 0, flat, start(region), weeks);
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
      rows[r] = row(flat, r);
    }
    return rows;
  }
}
