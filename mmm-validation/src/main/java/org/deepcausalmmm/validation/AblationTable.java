package org.deepcausalmmm.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepcausalmmm.validation.RecoverySummary.Mean;

/** The table of an ablation study: a row per model, a column per scenario. */
public final class AblationTable {
  private AblationTable() {}

  /** Returns the contribMAPE and further metrics of every model as cells, the header first. */
  public static List<List<String>> cells(AblationSummary ablation) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("model"));
    head.addAll(ablation.scenarios());
    head.addAll(List.of("overall", "more than full (s.e.)", "curve", "cov90", "driftErr"));
    rows.add(head);
    ablation
        .summaries()
        .forEach(
            (variant, summary) -> {
              List<String> row = new ArrayList<>(List.of(variant.id()));
              for (String scenario : ablation.scenarios()) {
                row.add(
                    cell(
                        summary.scenarios().getOrDefault(scenario, Map.of()),
                        Metric.CONTRIBUTION_ERROR));
              }
              row.add(cell(summary.overall(), Metric.CONTRIBUTION_ERROR));
              row.add(difference(ablation, variant));
              row.add(cell(summary.overall(), Metric.CURVE_ERROR));
              row.add(cell(summary.overall(), Metric.COVERAGE_90));
              row.add(cell(summary.overall(), Metric.DRIFT_ERROR));
              rows.add(row);
            });
    return rows;
  }

  private static String difference(AblationSummary ablation, Ablation variant) {
    Mean mean = ablation.difference(variant, Metric.CONTRIBUTION_ERROR);
    if (variant == Ablation.FULL || mean.worlds() == 0) {
      return "-";
    }
    return Double.isNaN(mean.standardError())
        ? String.format(Locale.ROOT, "%+.3f", mean.value())
        : String.format(Locale.ROOT, "%+.3f (%.3f)", mean.value(), mean.standardError());
  }

  private static String cell(Map<Metric, Mean> means, Metric metric) {
    Mean mean = means.get(metric);
    return mean == null ? "-" : RecoveryTable.text(metric, mean.value());
  }
}
