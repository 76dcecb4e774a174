package org.deepcausalmmm.experiment.series;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.deepcausalmmm.data.table.TableReader;
import org.deepcausalmmm.experiment.ExperimentCode;
import org.jspecify.annotations.Nullable;

/** The reader of a table with a row for each region and day or week. */
public final class GeoSeriesReader {
  private final GeoColumns columns;

  /** Creates a reader of these columns. */
  public GeoSeriesReader(GeoColumns columns) {
    this.columns = columns;
  }

  /**
   * Reads a file.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-001 to 018 if it is no such table,
   *     MMM-DATA-701 if a column is not found, MMM-DATA-707 if two rows are of one region and time
   */
  public GeoSeries read(Path file) {
    return read(TableReader.ofRowsAsWritten().read(file));
  }

  /** Reads a table, likewise. */
  public GeoSeries read(Table table) {
    int geo = columns.geoIn(table);
    int time = columns.timeIn(table);
    List<String> regions = new ArrayList<>(distinct(table, geo));
    List<String> periods = periods(table, time);
    double[][] outcome = filled(regions.size(), periods.size());
    read(table, new int[] {geo, time, columns.outcomeIn(table)}, regions, periods, outcome);
    String paid = columns.spend();
    double @Nullable [][] spend = null;
    if (paid != null) {
      double[][] amounts = filled(regions.size(), periods.size());
      read(table, new int[] {geo, time, table.index(paid)}, regions, periods, amounts);
      for (double[] row : amounts) {
        for (int t = 0; t < row.length; t++) {
          row[t] = Double.isNaN(row[t]) ? 0 : row[t];
        }
      }
      spend = amounts;
    }
    return new GeoSeries(regions, periods, outcome, spend, List.of());
  }

  private static double[][] filled(int rows, int width) {
    double[][] values = new double[rows][width];
    Arrays.stream(values).forEach(row -> Arrays.fill(row, Double.NaN));
    return values;
  }

  private static Set<String> distinct(Table table, int column) {
    Set<String> found = new LinkedHashSet<>();
    table.rows().forEach(row -> found.add(row.cells().get(column)));
    return found;
  }

  /** Returns the periods in order: every day between the first and the last, or every week. */
  private static List<String> periods(Table table, int column) {
    Set<String> found = distinct(table, column);
    try {
      TreeSet<LocalDate> dates = new TreeSet<>();
      found.forEach(text -> dates.add(LocalDate.parse(text)));
      return dates.stream().map(LocalDate::toString).toList();
    } catch (DateTimeException e) {
      return found.stream().sorted(GeoSeriesReader::compareNumbers).toList();
    }
  }

  private static int compareNumbers(String a, String b) {
    try {
      return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
    } catch (NumberFormatException e) {
      return a.compareTo(b);
    }
  }

  private static void read(
      Table table, int[] columns, List<String> regions, List<String> periods, double[][] values) {
    boolean[][] seen = new boolean[regions.size()][periods.size()];
    for (Row row : table.rows()) {
      int r = regions.indexOf(row.cells().get(columns[0]));
      int t = periods.indexOf(row.cells().get(columns[1]));
      if (seen[r][t]) {
        throw ExperimentCode.ROW_TWICE.error(
            "%s, line %d: there is an earlier row of region '%s' and %s."
                .formatted(table.source(), row.line(), regions.get(r), periods.get(t)),
            "Leave one row for each region and day or week, or add them up before.");
      }
      seen[r][t] = true;
      values[r][t] = table.number(row, columns[2]);
    }
  }
}
