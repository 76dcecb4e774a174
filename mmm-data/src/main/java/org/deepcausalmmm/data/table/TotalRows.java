package org.deepcausalmmm.data.table;

import java.util.regex.Pattern;

/** The words by which tables mark a row of totals. */
public final class TotalRows {
  private static final Pattern TOTAL =
      Pattern.compile(
          "(grand|sub|sum)?[ -]?totals?( general)?"
              + "|(?:q[1-4]|h[12]|fy ?\\d{2,4}|\\d{4}|\\p{L}{3,9})(?: '?\\d{2,4})? (?:sub-?)?totals?"
              + "|(?:sub-?)?totals? (?:q[1-4]|h[12]|fy ?\\d{2,4}|\\d{4}|\\p{L}{3,9})(?: '?\\d{2,4})?"
              + "|sum|sum of all|summe|gesamt(summe)?|overall"
              + "|all( weeks| regions| geos)?|averages?|mean|mittelwert|somme|total g\u00e9n\u00e9ral|suma",
          Pattern.CASE_INSENSITIVE);

  private TotalRows() {}

  /** Returns whether a cell names a total. */
  public static boolean names(String cell) {
    return cell.length() <= 40
        && !cell.isEmpty()
        && TOTAL
            .matcher(cell.endsWith(":") ? cell.substring(0, cell.length() - 1) : cell)
            .matches();
  }
}
