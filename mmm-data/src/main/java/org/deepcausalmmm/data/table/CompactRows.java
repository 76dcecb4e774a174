package org.deepcausalmmm.data.table;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.ObjIntConsumer;
import java.util.function.UnaryOperator;
import org.deepcausalmmm.data.table.Table.Row;

/**
 * Rows that are kept by columns, in a fraction of the memory of a string for each cell. A row is
 * made when it is asked for.
 */
final class CompactRows extends AbstractList<Row> implements RandomAccess {
  private final List<TextColumn> columns;
  private final int[] lines;
  private final int[] widths;
  private final int from;
  private final int size;

  /**
   * @param widths how many cells each row has; empty if all have one in each column
   */
  private CompactRows(List<TextColumn> columns, int[] lines, int[] widths, int from, int size) {
    this.columns = List.copyOf(columns);
    this.lines = lines;
    this.widths = widths;
    this.from = from;
    this.size = size;
  }

  /** Returns rows in this form. */
  static CompactRows of(List<Row> rows) {
    if (rows instanceof CompactRows compact) {
      return compact;
    }
    Builder builder = new Builder();
    rows.forEach(row -> builder.row(row.line(), row.cells()));
    return builder.build();
  }

  @Override
  public Row get(int index) {
    java.util.Objects.checkIndex(index, size);
    return new Row(lines[from + index], new CellView(from + index, width(index)));
  }

  @Override
  public int size() {
    return size;
  }

  /** Returns how many cells a row has. */
  int width(int index) {
    return widths.length == 0 ? columns.size() : widths[from + index];
  }

  /** Returns a range of rows with some of the columns. */
  CompactRows slice(int first, int end, List<Integer> kept) {
    List<TextColumn> chosen = kept.stream().map(columns::get).toList();
    return new CompactRows(chosen, lines, new int[0], from + first, end - first);
  }

  /** Hands over each text of a column with how often it stands there. */
  void forEach(int column, ObjIntConsumer<String> receiver) {
    columns.get(column).forEach(from, from + size, receiver);
  }

  /** Returns the rows with a form applied to each column. */
  CompactRows mapped(List<UnaryOperator<String>> forms) {
    List<TextColumn> mapped = new ArrayList<>();
    for (int c = 0; c < forms.size(); c++) {
      mapped.add(columns.get(c).mapped(from, from + size, forms.get(c)));
    }
    return new CompactRows(
        mapped, Arrays.copyOfRange(lines, from, from + size), new int[0], 0, size);
  }

  /** Returns the rows that a set does not hold. */
  CompactRows without(BitSet dropped) {
    Builder builder = new Builder();
    for (int i = 0; i < size; i++) {
      if (!dropped.get(i)) {
        Row row = get(i);
        builder.row(row.line(), row.cells());
      }
    }
    return builder.build();
  }

  /** The cells of a row, read when they are asked for. */
  final class CellView extends AbstractList<String> implements RandomAccess {
    private final int row;
    private final int width;

    private CellView(int row, int width) {
      this.row = row;
      this.width = width;
    }

    @Override
    public String get(int column) {
      return columns.get(column).get(row);
    }

    @Override
    public int size() {
      return width;
    }
  }

  /** The collector of rows; those of different widths are kept as they are. */
  static final class Builder implements RowSink {
    private final List<TextColumn> columns = new ArrayList<>();
    private int[] lines = new int[16];
    private int[] widths = new int[16];
    private int size;

    @Override
    public void row(int line, List<String> cells) {
      if (size == lines.length) {
        lines = Arrays.copyOf(lines, size + (size >> 1));
        widths = Arrays.copyOf(widths, lines.length);
      }
      lines[size] = line;
      widths[size] = cells.size();
      while (columns.size() < cells.size()) {
        TextColumn column = new TextColumn();
        for (int i = 0; i < size; i++) {
          column.add("");
        }
        columns.add(column);
      }
      for (int c = 0; c < columns.size(); c++) {
        columns.get(c).add(c < cells.size() ? cells.get(c) : "");
      }
      size++;
    }

    int size() {
      return size;
    }

    /** Returns the rows; the builder takes no more. */
    CompactRows build() {
      columns.forEach(TextColumn::close);
      boolean even = Arrays.stream(widths, 0, size).allMatch(width -> width == columns.size());
      return new CompactRows(columns, lines, even ? new int[0] : widths, 0, size);
    }
  }
}
