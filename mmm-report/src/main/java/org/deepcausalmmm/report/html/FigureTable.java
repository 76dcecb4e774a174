package org.deepcausalmmm.report.html;

import java.util.List;

/**
 * The figures of a chart as a table, for readers who do not see charts or want the numbers.
 *
 * @param header the titles of the columns
 * @param texts how many columns at the left hold texts; the others hold numbers
 */
public record FigureTable(List<String> header, List<List<String>> rows, int texts) {
  public FigureTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Returns a table whose first column holds texts. */
  static FigureTable of(List<String> header, List<List<String>> rows) {
    return new FigureTable(header, rows, 1);
  }

  /** Returns whether a column holds numbers. */
  public boolean numeric(int column) {
    return column >= texts;
  }
}
