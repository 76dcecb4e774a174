package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.Contribution;
import org.deepcausalmmm.core.analysis.Prediction;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.report.files.RunFiles;

/** The writer of the tables of a run that have a row for every week. */
final class RunSeries {
  private final Analysis analysis;
  private final Panel panel;
  private final List<String> weeks;
  private final Path directory;

  RunSeries(Analysis analysis, Path directory) {
    this.analysis = analysis;
    this.panel = analysis.panel();
    this.weeks = panel.weeks().labels();
    this.directory = directory;
  }

  void write() throws IOException {
    contributions();
    predictions();
    totals();
    media();
  }

  /** Sums spend and exposure over the regions; spend is empty for a channel without it. */
  private void media() throws IOException {
    try (CsvTable table =
        CsvTable.create(
            directory.resolve(RunFiles.MEDIA), "channel", "time", "spend", "exposure")) {
      for (Panel.Channel channel : panel.channels()) {
        double[][] spend = channel.spend();
        for (int t = 0; t < weeks.size(); t++) {
          table
              .text(channel.name())
              .text(weeks.get(t))
              .number(spend == null ? null : sum(spend, t))
              .number(sum(channel.exposure(), t))
              .end();
        }
      }
    }
  }

  private static double sum(double[][] byRegion, int week) {
    double sum = 0;
    for (double[] region : byRegion) {
      sum += region[week];
    }
    return sum;
  }

  private void contributions() throws IOException {
    try (CsvTable table =
        CsvTable.create(
            directory.resolve(RunFiles.CONTRIBUTIONS), "geo", "time", "component", "value")) {
      for (int r = 0; r < panel.regionCount(); r++) {
        for (int t = 0; t < weeks.size(); t++) {
          for (Contribution contribution : analysis.contributions()) {
            table
                .text(panel.regions().get(r))
                .text(weeks.get(t))
                .text(contribution.component())
                .figure(contribution.value()[r][t])
                .end();
          }
        }
      }
    }
  }

  private void predictions() throws IOException {
    Prediction prediction = analysis.prediction();
    try (CsvTable table =
        CsvTable.create(
            directory.resolve(RunFiles.PREDICTIONS),
            "geo",
            "time",
            "split",
            "actual",
            "predicted",
            "lower",
            "upper")) {
      for (int r = 0; r < panel.regionCount(); r++) {
        for (int t = 0; t < weeks.size(); t++) {
          table
              .text(panel.regions().get(r))
              .text(weeks.get(t))
              .text(split(t))
              .number(panel.outcome()[r][t])
              .figure(prediction.mean()[r][t])
              .figure(prediction.lower()[r][t])
              .figure(prediction.upper()[r][t])
              .end();
        }
      }
    }
  }

  /** Sums over the regions whose outcome is known in a week, so that the columns compare. */
  private void totals() throws IOException {
    Prediction prediction = analysis.prediction();
    try (CsvTable table =
        CsvTable.create(
            directory.resolve(RunFiles.PREDICTIONS_TOTAL),
            "time",
            "split",
            "geos",
            "actual",
            "predicted",
            "lower",
            "upper")) {
      for (int t = 0; t < weeks.size(); t++) {
        int observed = 0;
        double actual = 0;
        double predicted = 0;
        for (int r = 0; r < panel.regionCount(); r++) {
          if (panel.observed(r, t)) {
            observed++;
            actual += panel.outcome()[r][t];
            predicted += prediction.mean()[r][t];
          }
        }
        boolean any = observed > 0;
        table
            .text(weeks.get(t))
            .text(split(t))
            .whole(observed)
            .number(any ? actual : null)
            .number(any ? predicted : null)
            .number(any ? prediction.totalLower()[t] : null)
            .number(any ? prediction.totalUpper()[t] : null)
            .end();
      }
    }
  }

  private String split(int week) {
    return week < analysis.prediction().trainWeeks() ? "train" : "holdout";
  }
}
