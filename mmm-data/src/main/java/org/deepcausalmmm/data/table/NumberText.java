package org.deepcausalmmm.data.table;

import java.util.regex.Pattern;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.table.Table.Row;

/** Plain numbers in the cells of a table. */
public final class NumberText {
  private static final Pattern PLAIN =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern NON_FINITE =
      Pattern.compile("[-+]?(nan|inf|infinity|\u221E)", Pattern.CASE_INSENSITIVE);

  private NumberText() {}

  /** Returns whether a cell is a plain number. */
  public static boolean isPlain(String cell) {
    return NumberToken.isSimple(cell) || PLAIN.matcher(cell).matches();
  }

  /** Returns whether a cell says that its value is unknown. */
  public static boolean isEmpty(String cell) {
    return EmptyCells.isEmpty(cell);
  }

  /**
   * Reads a cell; NaN if it is unknown.
   *
   * @throws MmmException MMM-DATA-007 if it is no number, 008 if it can be read in two ways, 009 if
   *     it is infinite
   */
  public static double parse(Table table, Row row, int column) {
    String cell = row.cells().get(column);
    if (EmptyCells.isEmpty(cell)) {
      return Double.NaN;
    }
    MmmException unreadable = table.unreadable().get(table.header().get(column));
    if (unreadable != null) {
      throw unreadable;
    }
    String where = place(table, row, column);
    if (isPlain(cell)) {
      double value = Double.parseDouble(cell);
      if (Double.isInfinite(value)) {
        throw nonFinite(where, cell);
      }
      return value;
    }
    if (NON_FINITE.matcher(cell).matches()) {
      throw nonFinite(where, cell);
    }
    if (NumberToken.of(cell) != null) {
      throw DataCode.NUMBER_FORMAT.error(
          "%s: '%s' is not written like the other numbers of its column."
              .formatted(where, QuotedText.of(cell)),
          "Write 1234.5, or all cells of the column alike.");
    }
    throw DataCode.NOT_A_NUMBER.error(
        "%s: '%s' is not a number.".formatted(where, QuotedText.of(cell)),
        "Write a plain number such as 1234.5, or leave the cell empty if the value is unknown.");
  }

  /** Returns the place of a cell as messages name it. */
  public static String place(Table table, Row row, int column) {
    return "%s, line %d, column '%s'"
        .formatted(table.source(), row.line(), QuotedText.of(table.header().get(column)));
  }

  private static MmmException nonFinite(String where, String cell) {
    return DataCode.NON_FINITE.error(
        "%s: '%s' is not a finite number.".formatted(where, QuotedText.of(cell)),
        "Correct the calculation that gave it, or leave the cell empty if the value is unknown.");
  }
}
