package org.deepcausalmmm.data.roles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.deepcausalmmm.data.table.NumberText;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose cells follow from those of another column exactly: its lags, its adstock, its
 * moving sum, or any increasing function of it.
 *
 * <p>Media that people plan never do, so one of the two is a transform, whatever its name. All
 * regions with enough rows are looked at; more than half of them decide.
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

  /** More regions would tell no more, and take longer. */
  private static final int MOST_REGIONS = 20;

  private final List<List<Row>> regions;

  /** Creates a search in the regions that have enough rows. */
  CellCopies(Table table, @Nullable TableColumn time, @Nullable TableColumn geo) {
    Map<String, List<Row>> byRegion = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      String region = geo == null ? "" : row.cells().get(geo.index());
      if (byRegion.size() <= MOST_REGIONS || byRegion.containsKey(region)) {
        byRegion.computeIfAbsent(region, r -> new ArrayList<>()).add(row);
      }
    }
    Comparator<Row> order =
        time == null
            ? Comparator.comparingInt(Row::line)
            : Comparator.comparingDouble((Row row) -> number(row, time))
                .thenComparing(row -> row.cells().get(time.index()));
    regions =
        byRegion.values().stream()
            .map(rows -> rows.stream().sorted(order).limit(MOST_ROWS).toList())
            .filter(rows -> rows.size() >= LEAST_ROWS)
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
    if (columns.size() > MOST_COLUMNS || regions.isEmpty()) {
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
    return columns.stream()
        .filter(column -> mostly(rows -> multiple(values(rows, source), values(rows, column))))
        .toList();
  }

  /** Returns the columns that never fall, or fall only to begin anew, as running totals do. */
  List<TableColumn> runningTotals(List<TableColumn> columns) {
    return columns.stream()
        .filter(column -> mostly(rows -> RunningTotal.fits(values(rows, column))))
        .toList();
  }

  /** Returns whether more than half of the regions pass a test. */
  private boolean mostly(Predicate<List<Row>> test) {
    int failed = 0;
    int passed = 0;
    for (List<Row> rows : regions) {
      boolean passes = test.test(rows);
      passed += passes ? 1 : 0;
      failed += passes ? 0 : 1;
      if (2 * failed >= regions.size()) {
        return false;
      }
    }
    return passed > failed;
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
    boolean mayRank = copy.name().length() >= source.name().length();
    return mostly(rows -> copies(values(rows, source), values(rows, copy), mayRank));
  }

  private static boolean copies(double[] x, double[] y, boolean mayRank) {
    if (distinct(x) < LEAST_ROWS / 2 || distinct(y) < LEAST_ROWS / 2) {
      return false;
    }
    for (int lag = 0; lag <= MOST_LAGS; lag++) {
      if (recursion(x, y, lag)) {
        return true;
      }
    }
    return mayRank && ranks(x, y);
  }

  /** Returns a numbered week; 0 for one that is dated, as dates are in order by their texts. */
  private static double number(Row row, TableColumn time) {
    String cell = row.cells().get(time.index());
    return NumberText.isPlain(cell) ? Double.parseDouble(cell) : 0;
  }

  private static double[] values(List<Row> rows, TableColumn column) {
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
