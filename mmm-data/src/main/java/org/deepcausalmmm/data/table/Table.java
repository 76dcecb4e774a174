package org.deepcausalmmm.data.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;

/**
 * A table of text, each row with its line in the file: numbers plain, dates in ISO form.
 *
 * @param source the name of the file, for messages
 * @param header the names of the columns, unique
 * @param rows the rows, each as wide as the header
 * @param unreadable by column: why its cells cannot be read; thrown when the column is used
 * @param notes what was found in the form of the file
 * @param percents the columns whose cells had percent signs
 */
public record Table(
    String source,
    List<String> header,
    List<Row> rows,
    Map<String, MmmException> unreadable,
    List<Finding> notes,
    Set<String> percents) {

  /** More cells than this are kept by columns. */
  private static final long LARGE = 200_000;

  /**
   * A row of the file.
   *
   * @param line the line on which it begins; the header is on line 1
   * @param cells the texts, trimmed; empty where nothing is known
   */
  public record Row(int line, List<String> cells) {
    public Row {
      cells = cells instanceof CompactRows.CellView ? cells : List.copyOf(cells);
    }
  }

  public Table {
    header = List.copyOf(header);
    boolean large = (long) rows.size() * header.size() > LARGE;
    rows = large || rows instanceof CompactRows ? CompactRows.of(rows) : List.copyOf(rows);
    unreadable = Map.copyOf(unreadable);
    notes = List.copyOf(notes);
    percents = Set.copyOf(percents);
  }

  /** Creates a table without percent signs. */
  public Table(
      String source,
      List<String> header,
      List<Row> rows,
      Map<String, MmmException> unreadable,
      List<Finding> notes) {
    this(source, header, rows, unreadable, notes, Set.of());
  }

  /** Creates a table whose cells are readable as they are. */
  public Table(String source, List<String> header, List<Row> rows, List<Finding> notes) {
    this(source, header, rows, Map.of(), notes);
  }

  /** Returns a copy with other rows. */
  public Table withRows(List<Row> others) {
    return new Table(source, header, others, unreadable, notes, percents);
  }

  /** Returns a copy with other columns and rows. */
  public Table with(List<String> otherHeader, List<Row> others) {
    return new Table(source, otherHeader, others, unreadable, notes, percents);
  }

  /** Returns a copy whose columns have other names, in the same order. */
  public Table renamed(List<String> names) {
    Map<String, MmmException> errors = new HashMap<>();
    for (int c = 0; c < names.size(); c++) {
      MmmException error = unreadable.get(header.get(c));
      if (error != null) {
        errors.put(names.get(c), error);
      }
    }
    return new Table(source, names, rows, errors, notes);
  }

  /**
   * Reads a cell as a number; NaN if it is empty or says that the value is unknown.
   *
   * @throws MmmException if it holds anything else
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
   * @throws MmmException MMM-DATA-010 if there is no such column
   */
  public int index(String column) {
    int index = header.indexOf(column);
    if (index < 0) {
      throw DataCode.COLUMN_MISSING.error(
          "%s has no column '%s'.".formatted(source, QuotedText.of(column)),
          NearestName.of(column, header)
              .map("Maybe you meant '%s'."::formatted)
              .orElse("Its columns are: " + NameList.list(header) + "."));
    }
    return index;
  }
}
