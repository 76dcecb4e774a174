package org.deepcausalmmm.report.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.report.files.CsvFile;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.handout.HandOut;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.RunReader;
import org.deepcausalmmm.report.run.Summary;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** The workbook of a run: a contents sheet, the summary, the health checks and every table. */
public final class Workbooks implements HandOut {
  private static final List<Map.Entry<String, String>> TABLES =
      List.of(
          Map.entry(RunFiles.CHANNELS, "Effects, shares and returns by channel"),
          Map.entry(RunFiles.RESPONSE_CURVES, "Incremental outcome at other spends"),
          Map.entry(RunFiles.FREQUENCY, "Effect by number of contacts, relative to the mean"),
          Map.entry(RunFiles.BEST_FREQUENCY, "Frequency at which a contact has most effect"),
          Map.entry(RunFiles.TREATMENTS, "Treatments other than media against their baseline"),
          Map.entry(RunFiles.CARRYOVER, "Share of the effect by weeks after the exposure"),
          Map.entry(RunFiles.EFFECTIVENESS, "Effectiveness by week, against its mean"),
          Map.entry(RunFiles.EDGES, "Which channel drives which"),
          Map.entry(RunFiles.PREDICTIONS_TOTAL, "Observed and expected outcome by week"),
          Map.entry(RunFiles.MEDIA, "Spend and exposure by channel and week"),
          Map.entry(RunFiles.PARAMETERS, "Parameters with their intervals"),
          Map.entry(RunFiles.REFRESH, "Change of ROI since the earlier run"),
          Map.entry(RunFiles.PREDICTIONS, "Observed and expected outcome by region and week"),
          Map.entry(RunFiles.CONTRIBUTIONS, "Contribution of each component by region and week"));

  @Override
  public String option() {
    return "xlsx";
  }

  @Override
  public String fileName() {
    return RunFiles.WORKBOOK;
  }

  @Override
  public void write(Path run, OutputStream out) throws IOException {
    ReportModel model = RunReader.read(run);
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(summary(model));
    sheets.add(health(model.summary()));
    for (Map.Entry<String, String> table : TABLES) {
      if (Files.exists(run.resolve(table.getKey()))) {
        sheets.add(table(run.resolve(table.getKey()), model.words().in(table.getValue())));
      }
    }
    try (Workbook workbook = new Workbook(out, "mmm", "1.0")) {
      new WorkbookSheets(workbook).write(model.summary().data().outcome(), sheets);
    }
  }

  private static Sheet table(Path file, String content) {
    List<String> header = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    header.addAll(CsvFile.header(file));
    CsvFile.read(file, row -> rows.add(row.cells()));
    String name = String.valueOf(file.getFileName()).replace(".csv", "");
    return new Sheet(name, content, header, rows);
  }

  private static Sheet summary(ReportModel model) {
    Summary summary = model.summary();
    PeriodWords words = model.words();
    List<List<String>> rows = new ArrayList<>();
    figure(rows, "media share", summary.mediaShare().mean());
    figure(rows, "media share, lower", summary.mediaShare().lower());
    figure(rows, "media share, upper", summary.mediaShare().upper());
    figure(rows, words.in("outcome in the training weeks"), summary.outcomeTotal());
    figure(rows, words.in("training weeks"), (double) summary.data().trainWeeks());
    figure(rows, "training R2", summary.train().r2());
    figure(rows, "training RMSE", summary.train().rmse());
    figure(rows, "training wMAPE", summary.train().wmape());
    Summary.Holdout holdout = summary.holdout();
    if (holdout != null) {
      figure(rows, words.in("holdout weeks"), (double) holdout.weeks());
      figure(rows, "holdout R2", holdout.r2());
      figure(rows, "holdout RMSE", holdout.rmse());
      figure(rows, "holdout wMAPE", holdout.wmape());
      figure(rows, "holdout coverage of the 90% interval", holdout.coverage90());
    }
    figure(rows, "posterior draws", (double) summary.fit().draws());
    figure(rows, "seed", (double) summary.fit().seed());
    return new Sheet("summary", "Figures of the run as a whole", List.of("figure", "value"), rows);
  }

  private static void figure(List<List<String>> rows, String name, @Nullable Double value) {
    rows.add(List.of(name, value == null ? "" : value.toString()));
  }

  private static Sheet health(Summary summary) {
    List<List<String>> rows = new ArrayList<>();
    for (Summary.Health check : summary.health()) {
      Double value = check.value();
      rows.add(
          List.of(
              check.verdict(),
              check.check(),
              value == null ? "" : value.toString(),
              check.advice()));
    }
    return new Sheet(
        "health", "Health checks", List.of("verdict", "check", "value", "advice"), rows);
  }
}
