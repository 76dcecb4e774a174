package org.deepcausalmmm.data.roles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deepcausalmmm.data.table.NumberText;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose cells follow from those of another column exactly: its lags, its adstock, its
 * moving sum, or any increasing function of it.
 *
 * <p>Media that people plan never do, so one of the two is a transform, whatever its name. The
 * cells of one region decide.
 */
final class CellCopies {
  private static final int MOST_ROWS = 300;
  private static final int LEAST_ROWS = 20;
  private static final int MOST_LAGS = 4;

  /** More columns would make every pair a long search. */
  private static final int MOST_COLUMNS = 60;

  /** Rounding of cells to cents stays below this share of the largest. */
  private static final double EXACT = 1e-3;

  private static final double HALF_A_CENT = 0.005001;

  private final List<Row> rows;

  /** Creates a search in the rows of the first region. */
  CellCopies(Table table, @Nullable TableColumn time, @Nullable TableColumn geo) {
    String region = geo == null ? "" : table.rows().get(0).cells().get(geo.index());
    Comparator<Row> order =
        time == null
            ? Comparator.comparingInt(Row::line)
            : Comparator.comparing((Row row) -> row.cells().get(time.index()));
    rows =
        table.rows().stream()
            .filter(row -> geo == null || row.cells().get(geo.index()).equals(region))
            .sorted(order)
            .limit(MOST_ROWS)
            .toList();
  }

  /**
   * Returns the columns that are transforms of others, each with the other.
   *
   * @param key what columns of one channel share: its spend and its exposure may agree
   */
  Map<TableColumn, TableColumn> among(
      List<TableColumn> columns, Function<TableColumn, String> key) {
    Map<TableColumn, TableColumn> found = new LinkedHashMap<>();
    if (columns.size() > MOST_COLUMNS || rows.size() < LEAST_ROWS) {
      return found;
    }
    for (TableColumn copy : columns) {
      for (TableColumn source : columns) {
        boolean other = !key.apply(copy).equals(key.apply(source));
        if (other && !found.containsKey(source) && copies(copy, source)) {
          found.putIfAbsent(copy, source);
        }
      }
    }
    return found;
  }

  /** Returns the columns that are a multiple of another one, as a commission is of sales. */
  List<TableColumn> multiples(List<TableColumn> columns, TableColumn source) {
    if (rows.size() < LEAST_ROWS) {
      return List.of();
    }
    double[] x = values(source);
    return columns.stream().filter(column -> multiple(x, values(column))).toList();
  }

  private static boolean multiple(double[] x, double[] y) {
    if (distinct(y) < LEAST_ROWS / 2) {
      return false;
    }
    double xx = 0;
    double xy = 0;
    double least = y[0];
    double most = y[0];
    for (int t = 0; t < y.length; t++) {
      xx += x[t] * x[t];
      xy += x[t] * y[t];
      least = Math.min(least, y[t]);
      most = Math.max(most, y[t]);
    }
    double exact = EXACT * (most - least);
    double allowed = Math.max(exact, Math.min(HALF_A_CENT, 10 * exact));
    for (int t = 0; t < y.length; t++) {
      if (!(Math.abs(y[t] - xy / xx * x[t]) <= allowed)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a column is a transform of another one. */
  private boolean copies(TableColumn copy, TableColumn source) {
    double[] y = values(copy);
    double[] x = values(source);
    if (distinct(x) < LEAST_ROWS / 2 || distinct(y) < LEAST_ROWS / 2) {
      return false;
    }
    for (int lag = 0; lag <= MOST_LAGS; lag++) {
      if (recursion(x, y, lag)) {
        return true;
      }
    }
    return copy.name().length() >= source.name().length() && ranks(x, y);
  }

  private double[] values(TableColumn column) {
    double[] values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      String cell = rows.get(i).cells().get(column.index());
      values[i] = NumberText.isPlain(cell) ? Double.parseDouble(cell) : 0;
    }
    return values;
  }

  private static long distinct(double[] values) {
    return Arrays.stream(values).distinct().count();
  }

  /** Returns whether y[t] = a x[t - lag] + b y[t - 1] in all rows, by least squares. */
  private static boolean recursion(double[] x, double[] y, int lag) {
    int first = lag + 1;
    double xx = 0;
    double xy = 0;
    double xz = 0;
    double zz = 0;
    double yz = 0;
    double most = 0;
    for (int t = first; t < y.length; t++) {
      xx += x[t - lag] * x[t - lag];
      xy += x[t - lag] * y[t];
      xz += x[t - lag] * y[t - 1];
      zz += y[t - 1] * y[t - 1];
      yz += y[t] * y[t - 1];
      most = Math.max(most, Math.abs(y[t]));
    }
    double determinant = xx * zz - xz * xz;
    if (!(determinant > 1e-9 * xx * zz)) {
      return false;
    }
    double a = (xy * zz - yz * xz) / determinant;
    double b = (yz * xx - xy * xz) / determinant;
    for (int t = first; t < y.length; t++) {
      if (Math.abs(y[t] - a * x[t - lag] - b * y[t - 1]) > EXACT * most) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the one increases exactly where the other does. */
  private static boolean ranks(double[] x, double[] y) {
    List<Integer> order = new ArrayList<>();
    for (int t = 0; t < x.length; t++) {
      order.add(t);
    }
    order.sort(Comparator.comparingDouble(t -> x[t]));
    for (int i = 1; i < order.size(); i++) {
      int before = order.get(i - 1);
      int here = order.get(i);
      if (Double.compare(x[here], x[before]) != Double.compare(y[here], y[before])) {
        return false;
      }
    }
    return true;
  }
}
