package org.deepcausalmmm.data.table;

import java.util.Set;

/**
 * The tokens that stand for an unknown value: those of Excel, pandas, R, SQL and of people.
 *
 * @see <a href="https://pandas.pydata.org/docs/reference/api/pandas.read_csv.html">pandas,
 *     na_values</a>
 */
final class EmptyCells {
  private static final Set<String> TOKENS =
      Set.of(
          "",
          "#N/A",
          "#N/A N/A",
          "#NA",
          "#VALUE!",
          "#REF!",
          "#DIV/0!",
          "#NAME?",
          "#NUM!",
          "#NULL!",
          "#NV",
          "#WERT!",
          "#BEZUG!",
          "-1.#IND",
          "1.#IND",
          "-1.#QNAN",
          "1.#QNAN",
          "-NaN",
          "-nan",
          "<NA>",
          "NA",
          "na",
          "N/A",
          "n/a",
          "n.a.",
          "NULL",
          "null",
          "Null",
          "NaN",
          "nan",
          "NAN",
          "None",
          "none",
          "NaT",
          "nil",
          "-",
          "--",
          "\u2013",
          "\u2014",
          ".",
          "?",
          "\\N",
          "(blank)",
          "(empty)",
          "missing",
          "unknown");

  private EmptyCells() {}

  /** Returns whether a cell says that its value is unknown. */
  static boolean isEmpty(String cell) {
    return cell.length() <= 9 && TOKENS.contains(cell);
  }
}
