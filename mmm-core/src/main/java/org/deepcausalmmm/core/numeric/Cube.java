package org.deepcausalmmm.core.numeric;

/**
 * Several values in each cell of a panel, in a flat array: [region][week][column], the columns of
 * one cell side by side. Columns are channels unless said otherwise.
 *
 * @param cells the regions and weeks
 * @param columns number of values in each cell
 */
public record Cube(Grid cells, int columns) {
  /** Creates the order of regions, weeks and columns. */
  public Cube(int regions, int weeks, int columns) {
    this(new Grid(regions, weeks), columns);
  }

  /** Returns the number of values. */
  public int size() {
    return cells.size() * columns;
  }

  /** Returns the index of a value in a flat array. */
  public int index(int region, int week, int column) {
    return index(cells.index(region, week), column);
  }

  /**
   * Returns the index of a value in a flat array.
   *
   * @param cell index of the region and week, see {@link Grid#index}
   */
  public int index(int cell, int column) {
    return cell * columns + column;
  }

  /**
   * Returns the series of one region and column.
   *
   * @param flat [region * week * column]
   * @return [week]
   */
  public double[] series(double[] flat, int region, int column) {
    double[] series = new double[cells.weeks()];
    for (int t = 0; t < series.length; t++) {
      series[t] = flat[index(region, t, column)];
    }
    return series;
  }
}
