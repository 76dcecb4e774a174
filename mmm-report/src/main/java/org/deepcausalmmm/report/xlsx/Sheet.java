package org.deepcausalmmm.report.xlsx;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as text, with the type of each column. */
record Sheet(String name, String content, List<String> header, List<List<String>> rows) {
  /** The types of columns. */
  enum Type {
    NUMBER,
    SHARE,
    DATE,
    TEXT
  }

  /** Returns the type that all filled cells of a column have. */
  Type type(int column) {
    boolean numbers = true;
    boolean dates = true;
    boolean filled = false;
    for (List<String> row : rows) {
      String cell = row.get(column);
      if (cell.isEmpty()) {
        continue;
      }
      filled = true;
      numbers = numbers && number(cell) != null;
      dates = dates && date(cell) != null;
      if (!numbers && !dates) {
        return Type.TEXT;
      }
    }
    if (!filled) {
      return Type.TEXT;
    }
    if (dates) {
      return Type.DATE;
    }
    return header.get(column).startsWith("share") ? Type.SHARE : Type.NUMBER;
  }

  /** Returns the number of a cell; null if it has none. */
  static @Nullable Double number(String cell) {
    if (cell.isEmpty() || (!Character.isDigit(cell.charAt(0)) && cell.charAt(0) != '-')) {
      return null;
    }
    try {
      double value = Double.parseDouble(cell);
      return Double.isFinite(value) ? value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Returns the date of a cell; null if it has none. */
  static @Nullable LocalDate date(String cell) {
    if (cell.length() != 10 || cell.charAt(4) != '-') {
      return null;
    }
    try {
      return LocalDate.parse(cell);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /**
   * Returns a text that no spreadsheet takes for a formula, also after it was saved as CSV: an
   * apostrophe precedes the characters with which formulas begin (OWASP, CSV injection).
   */
  static String neutral(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
