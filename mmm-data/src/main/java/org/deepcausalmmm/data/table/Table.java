package org.deepcausalmmm.data.table;

import java.util.List;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;

/**
 * A table of text, each row with its line in the file.
 *
 * @param source the name of the file, for messages
 * @param header the names of the columns, unique
 * @param rows the rows, each as wide as the header
 * @param decimalComma whether numbers are written with a comma, as in 12,5
 * @param notes what was found in the form of the file
 */
public record Table(
    String source, List<String> header, List<Row> rows, boolean decimalComma, List<Finding> notes) {

  /**
   * A row of the file.
   *
   * @param line the line on which it begins; the header is on line 1
   * @param cells the texts, trimmed; empty where nothing is known
   */
  public record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  public Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /**
   * Reads a cell as a number; NaN if it is empty or says that the value is unknown.
   *
   * @throws org.deepcausalmmm.api.MmmException if it holds anything else
   */
  public double number(Row row, int column) {
    return NumberText.parse(this, row, column);
  }

  /** Returns whether there is such a column. */
  public boolean has(String column) {
    return header.contains(column);
  }

  /**
   * Returns the position of a column.
   *
   * @throws org.deepcausalmmm.api.MmmException if there is no such column
   */
  public int index(String column) {
    int index = header.indexOf(column);
    if (index < 0) {
      throw DataCode.COLUMN_MISSING.error(
          "%s has no column '%s'.".formatted(source, column),
          NearestName.of(column, header)
              .map("Maybe you meant '%s'."::formatted)
              .orElse("Its columns are: " + NameList.list(header) + "."));
    }
    return index;
  }
}
