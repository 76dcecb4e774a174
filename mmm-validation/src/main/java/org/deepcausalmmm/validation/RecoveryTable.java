package org.deepcausalmmm.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepcausalmmm.validation.RecoverySummary.Mean;

/** The table of a recovery study: a row per scenario, a column per metric. */
public final class RecoveryTable {
  private static final List<Metric> COLUMNS =
      List.of(
          Metric.CONTRIBUTION_ERROR,
          Metric.DIRECT_ERROR,
          Metric.SHARE_ERROR,
          Metric.MEDIA_SHARE_ERROR,
          Metric.ROI_RANK,
          Metric.CURVE_HALF,
          Metric.CURVE_MORE,
          Metric.CURVE_DOUBLE,
          Metric.COVERAGE_90,
          Metric.COVERAGE_50,
          Metric.EDGE_AUROC,
          Metric.EDGE_PRECISION,
          Metric.EDGE_RECALL,
          Metric.FALSE_EDGES,
          Metric.IDLE_LOWER,
          Metric.DRIFT_CORRELATION,
          Metric.FALSE_MOVEMENT,
          Metric.COVERAGE_DRIFT,
          Metric.WIDTH_90,
          Metric.SURPRISES,
          Metric.FOLLOWERS_FOUND,
          Metric.FALSELY_CONFOUNDED,
          Metric.REVIEWED,
          Metric.FAILED,
          Metric.SECONDS,
          Metric.MEMORY);

  private RecoveryTable() {}

  /** Returns the cells of the table, the header first. */
  public static List<List<String>> cells(RecoverySummary summary) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("scenario", "n"));
    COLUMNS.forEach(metric -> head.add(metric.heading()));
    rows.add(head);
    summary
        .scenarios()
        .forEach((scenario, means) -> rows.add(row(scenario, summary.worldsOf(scenario), means)));
    rows.add(row("overall", summary.worlds().size(), summary.overall()));
    return rows;
  }

  private static List<String> row(String name, long worlds, Map<Metric, Mean> means) {
    List<String> row = new ArrayList<>(List.of(name, Long.toString(worlds)));
    for (Metric metric : COLUMNS) {
      Mean mean = means.get(metric);
      row.add(mean == null ? "-" : text(metric, mean.value()));
    }
    return row;
  }

  /** Returns a value in the format of its metric. */
  static String text(Metric metric, double value) {
    return switch (metric) {
      case SECONDS, CPU_SECONDS, FALSE_EDGES -> String.format(Locale.ROOT, "%.1f", value);
      case MEMORY -> String.format(Locale.ROOT, "%.0f", value);
      case CONTRIBUTION_ERROR,
          DIRECT_ERROR,
          TESTED_ERROR,
          SHARE_ERROR,
          MEDIA_SHARE_ERROR,
          CURVE_HALF,
          CURVE_MORE,
          CURVE_DOUBLE,
          CURVE_ERROR,
          IDLE_LOWER,
          DRIFT_ERROR ->
          String.format(Locale.ROOT, "%.3f", value);
      case ROI_RANK,
          COVERAGE_90,
          COVERAGE_50,
          COVERAGE_DIRECT,
          COVERAGE_CURVE,
          WIDTH_90,
          EDGE_AUROC,
          EDGE_PRECISION,
          EDGE_RECALL,
          FALSE_EDGE_RATE,
          DRIFT_CORRELATION,
          COVERAGE_DRIFT,
          FALSE_MOVEMENT,
          SURPRISES,
          FOLLOWERS_FOUND,
          FALSELY_CONFOUNDED,
          REVIEWED,
          FAILED ->
          String.format(Locale.ROOT, "%.2f", value);
    };
  }

  /** Returns cells aligned for a terminal. */
  public static List<String> aligned(List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] width = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        width[c] = Math.max(width[c], row.get(c).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String gap = " ".repeat(width[c] - row.get(c).length());
        line.append(c == 0 ? row.get(c) + gap : "  " + gap + row.get(c));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** Returns cells as a Markdown table. */
  public static List<String> markdown(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add("| " + String.join(" | ", row) + " |");
      if (lines.size() == 1) {
        lines.add("|" + " --- |".repeat(row.size()));
      }
    }
    return lines;
  }
}
