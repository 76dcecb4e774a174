package org.deepcausalmmm.data.table;

import java.util.List;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.table.Table.Row;

/**
 * The check for a second line of headings, or one of units, below the first, as merged cells of a
 * workbook leave it. Which heading belongs to which column cannot be told from the cells.
 */
final class SecondHeading {
  private SecondHeading() {}

  /**
   * Refuses a second line of headings.
   *
   * @param rows the line of the header first
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-039 if there is one
   */
  static void refuse(String source, List<Row> rows) {
    if (rows.size() < 4) {
      return;
    }
    List<String> second = rows.get(1).cells();
    List<String> third = rows.get(2).cells();
    int words = 0;
    int at = -1;
    for (int c = 0; c < Math.min(second.size(), third.size()); c++) {
      if (number(second.get(c)) || DateForm.ISO.parse(DateForm.dateOnly(second.get(c))) != null) {
        return;
      }
      boolean word = !EmptyCells.isEmpty(second.get(c)) && number(third.get(c));
      words += word ? 1 : 0;
      boolean below =
          at < 0 && c < rows.get(0).cells().size() && !rows.get(0).cells().get(c).isEmpty();
      at = word && below ? c : at;
    }
    if (words < 2 || at < 0) {
      return;
    }
    String first = rows.get(0).cells().get(at);
    throw DataCode.SHAPE_UNCLEAR.error(
        "%s: lines %d and %d both hold headings or units, such as '%s' above '%s'."
            .formatted(
                source,
                rows.get(0).line(),
                rows.get(1).line(),
                QuotedText.of(first),
                QuotedText.of(second.get(at))),
        "Write one line of headings, such as '%s %s', and remove the other."
            .formatted(QuotedText.of(first), QuotedText.of(second.get(at))));
  }

  private static boolean number(String cell) {
    return !cell.isEmpty() && NumberToken.of(cell) != null;
  }
}
