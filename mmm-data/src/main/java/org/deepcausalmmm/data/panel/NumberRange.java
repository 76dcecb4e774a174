package org.deepcausalmmm.data.panel;

import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.table.NumberText;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/**
 * The range of numbers that a fit can hold: it computes in single precision (IEEE 754, about 1e-38
 * to 3e38), and squares and products of columns need room.
 */
final class NumberRange {
  private static final double MOST = 1e15;
  private static final double LEAST = 1e-12;

  private NumberRange() {}

  /**
   * Checks the largest number of a column.
   *
   * @param row where it stands
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-038 if a fit cannot hold it
   */
  static void check(Table table, Row row, int column, double most) {
    boolean large = most > MOST;
    boolean small = most > 0 && most < LEAST;
    if (large || small) {
      throw DataCode.NUMBER_RANGE.error(
          "%s: '%s' is too %s for a fit."
              .formatted(
                  NumberText.place(table, row, column),
                  QuotedText.of(row.cells().get(column)),
                  large ? "large" : "small"),
          "Give the column in other units, such as %s."
              .formatted(large ? "millions" : "thousandths"));
    }
  }
}
