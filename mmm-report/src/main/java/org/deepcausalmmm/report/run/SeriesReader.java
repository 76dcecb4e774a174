package org.deepcausalmmm.report.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.report.files.CsvFile;
import org.deepcausalmmm.report.files.RunFileErrors;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.run.ReportModel.OutcomeComponent;
import org.deepcausalmmm.report.run.ReportModel.Series;

/** The reader of the tables that have a row for every week. */
final class SeriesReader {
  private final Path run;
  private final int trainWeeks;
  private final Map<String, Integer> weeks = new LinkedHashMap<>();
  private final Series total;

  SeriesReader(Path run, int trainWeeks) {
    this.run = run;
    this.trainWeeks = trainWeeks;
    List<CsvFile.CsvRow> rows = new ArrayList<>();
    CsvFile.read(run.resolve(RunFiles.PREDICTIONS_TOTAL), rows::add);
    this.total = empty("", rows.size());
    for (CsvFile.CsvRow row : rows) {
      weeks.put(row.text("time"), weeks.size());
      fill(total, row);
    }
  }

  /** Returns the weeks in order. */
  List<String> weeks() {
    return List.copyOf(weeks.keySet());
  }

  /** Returns the sum over the regions. */
  Series total() {
    return total;
  }

  private int week(CsvFile.CsvRow row, String file) {
    Integer week = weeks.get(row.text("time"));
    if (week == null) {
      throw RunFileErrors.unreadable(
          run.resolve(file),
          new IllegalArgumentException(
              "week " + row.text("time") + " is not in " + RunFiles.PREDICTIONS_TOTAL));
    }
    return week;
  }

  /** Returns the regions, in the file's order, without the smallest if there are too many. */
  List<Series> regions() {
    Map<String, Series> regions = new LinkedHashMap<>();
    CsvFile.read(
        run.resolve(RunFiles.PREDICTIONS),
        row -> fill(regions.computeIfAbsent(row.text("geo"), n -> empty(n, weeks.size())), row));
    List<Series> largest =
        regions.values().stream()
            .sorted(Comparator.comparingDouble(SeriesReader::size).reversed())
            .limit(ReportModel.MOST_REGIONS)
            .toList();
    return regions.values().stream().filter(largest::contains).toList();
  }

  private static double size(Series series) {
    return Arrays.stream(series.predicted()).filter(Double::isFinite).sum();
  }

  private static Series empty(String name, int weeks) {
    double[][] columns = new double[4][weeks];
    for (double[] column : columns) {
      Arrays.fill(column, Double.NaN);
    }
    return new Series(name, columns[0], columns[1], columns[2], columns[3]);
  }

  private void fill(Series series, CsvFile.CsvRow row) {
    int t = week(row, RunFiles.PREDICTIONS);
    series.actual()[t] = row.number("actual");
    series.predicted()[t] = row.number("predicted");
    series.lower()[t] = row.number("lower");
    series.upper()[t] = row.number("upper");
  }

  /**
   * Returns the series that sum to the prediction, summed over the regions whose outcome is known
   * in a week, as the prediction is.
   */
  List<OutcomeComponent> components() {
    Set<String> known = new HashSet<>();
    CsvFile.read(
        run.resolve(RunFiles.PREDICTIONS),
        row -> {
          if (!Double.isNaN(row.number("actual"))) {
            known.add(cell(row));
          }
        });
    Map<String, double[]> values = new LinkedHashMap<>();
    Map<String, String> names = new HashMap<>();
    CsvFile.read(
        run.resolve(RunFiles.CONTRIBUTIONS),
        row -> {
          String name = names.computeIfAbsent(row.text("component"), n -> n);
          double[] sums = values.computeIfAbsent(name, n -> new double[weeks.size()]);
          int week = week(row, RunFiles.CONTRIBUTIONS);
          sums[week] += known.contains(cell(row)) ? row.number("value") : 0;
        });
    List<OutcomeComponent> components = new ArrayList<>();
    values.forEach((name, series) -> components.add(component(name, series)));
    return components;
  }

  private static String cell(CsvFile.CsvRow row) {
    return row.text("time") + " " + row.text("geo");
  }

  private OutcomeComponent component(String name, double[] values) {
    int colon = name.indexOf(':');
    return new OutcomeComponent(
        colon < 0 ? name : name.substring(0, colon),
        name.substring(colon + 1),
        values,
        Arrays.stream(values, 0, Math.min(trainWeeks, values.length)).sum());
  }
}
