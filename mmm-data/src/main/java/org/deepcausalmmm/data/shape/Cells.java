package org.deepcausalmmm.data.shape;

import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/** Cells of tidy tables. */
final class Cells {
  private Cells() {}

  /** Returns a number as a plain cell; empty for NaN. */
  static String text(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  /** Returns the region of a row; empty for national data. */
  static String region(Row row, @Nullable Integer column) {
    return column == null ? "" : row.cells().get(column);
  }
}
