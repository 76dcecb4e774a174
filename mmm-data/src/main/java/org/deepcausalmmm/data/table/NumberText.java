package org.deepcausalmmm.data.table;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.table.Table.Row;

/** Reads numbers as people and programs write them, and refuses what could mean two things. */
public final class NumberText {
  /** What programs write for an unknown value. */
  private static final Set<String> UNKNOWN = Set.of("", "NA", "N/A", "null", "NULL");

  private static final Pattern PLAIN =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern COMMA = Pattern.compile("[-+]?\\d+(,\\d+)?([eE][-+]?\\d+)?");
  private static final Pattern MARKED = Pattern.compile("[-+]?[\\d.,' \u00A0\u202F]*\\d");
  private static final Pattern NON_FINITE =
      Pattern.compile("[-+]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SURE_COMMA =
      Pattern.compile("[-+]?(0,\\d+|\\d+,(\\d{1,2}|\\d{4,}))");
  private static final Pattern SURE_POINT =
      Pattern.compile("[-+]?(0?\\.\\d+|\\d+\\.(\\d{1,2}|\\d{4,}))");

  /** A number whose points may mark thousands. */
  private static final Pattern POINTED = Pattern.compile("[-+]?[1-9]\\d{0,2}(\\.\\d{3})+");

  private NumberText() {}

  /**
   * Returns whether a file that separates cells by semicolons writes decimals with a comma: some
   * cell can mean nothing else, and no cell is written with a point.
   */
  public static boolean usesDecimalComma(List<Row> rows) {
    boolean comma = false;
    for (Row row : rows) {
      for (String cell : row.cells()) {
        if (cell.indexOf('.') >= 0 && SURE_POINT.matcher(cell).matches()) {
          return false;
        }
        comma = comma || (cell.indexOf(',') >= 0 && SURE_COMMA.matcher(cell).matches());
      }
    }
    return comma;
  }

  /**
   * Refuses a file that separates cells by semicolons and whose points may mark thousands: all of
   * them are followed by three digits.
   */
  public static void refuseMarkedThousands(String source, List<String> header, List<Row> rows) {
    Row first = null;
    int column = -1;
    for (Row row : rows) {
      for (int i = 0; i < row.cells().size(); i++) {
        String cell = row.cells().get(i);
        if (cell.indexOf('.') < 0 || !MARKED.matcher(cell).matches()) {
          continue;
        }
        if (!POINTED.matcher(cell).matches()) {
          return;
        }
        if (first == null) {
          first = row;
          column = i;
        }
      }
    }
    if (first != null) {
      throw DataCode.NUMBER_FORMAT.error(
          "%s, line %d, column '%s': the point of '%s' may mark thousands or decimals."
              .formatted(source, first.line(), header.get(column), first.cells().get(column)),
          "Write 1234.5 with four digits or one after the point somewhere, or 1234 without marks.");
    }
  }

  /** Reads a cell; NaN if it is unknown. */
  public static double parse(Table table, Row row, int column) {
    String cell = row.cells().get(column);
    if (UNKNOWN.contains(cell)) {
      return Double.NaN;
    }
    if (table.decimalComma() && COMMA.matcher(cell).matches()) {
      return finite(Double.parseDouble(cell.replace(',', '.')), table, row, column);
    }
    if (!table.decimalComma() && PLAIN.matcher(cell).matches()) {
      return finite(Double.parseDouble(cell), table, row, column);
    }
    String where = place(table, row, column);
    if (NON_FINITE.matcher(cell).matches()) {
      throw nonFinite(where, cell);
    }
    if (MARKED.matcher(cell).matches()) {
      throw DataCode.NUMBER_FORMAT.error(
          "%s: '%s' is written with a decimal comma or thousands marks.".formatted(where, cell),
          table.decimalComma()
              ? "Write 1234,5 without other marks, as other cells of the file do."
              : "Write 1234.5: a point before the decimals and no thousands marks.");
    }
    throw DataCode.NOT_A_NUMBER.error(
        "%s: '%s' is not a number.".formatted(where, cell),
        "Write a plain number such as 1234.5, or leave the cell empty if the value is unknown.");
  }

  public static String place(Table table, Row row, int column) {
    return "%s, line %d, column '%s'"
        .formatted(table.source(), row.line(), table.header().get(column));
  }

  private static double finite(double value, Table table, Row row, int column) {
    if (Double.isInfinite(value)) {
      throw nonFinite(place(table, row, column), row.cells().get(column));
    }
    return value;
  }

  private static org.deepcausalmmm.api.MmmException nonFinite(String where, String cell) {
    return DataCode.NON_FINITE.error(
        "%s: '%s' is not a finite number.".formatted(where, cell),
        "Correct the calculation that gave it, or leave the cell empty if the value is unknown.");
  }
}
