package org.deepcausalmmm.report.html;

import java.nio.file.Files;
import java.nio.file.Path;
import org.deepcausalmmm.report.files.BacktestFiles;
import org.deepcausalmmm.report.files.PlanFiles;
import org.deepcausalmmm.report.files.RunFiles;

/** The report of a directory, whatever command wrote it. */
public final class Reports {
  private Reports() {}

  /**
   * Writes {@code report.html} of a run, a plan or a backtest.
   *
   * @return the file
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-091 if the directory cannot be read
   */
  public static Path write(Path directory) {
    if (Files.isRegularFile(directory.resolve(RunFiles.MODEL))) {
      ReportWriter.write(directory);
    } else if (Files.isRegularFile(directory.resolve(PlanFiles.PLAN))) {
      PlanReportWriter.write(directory);
    } else if (Files.isRegularFile(directory.resolve(BacktestFiles.FORECASTS))) {
      BacktestReportWriter.write(directory);
    } else {
      ReportWriter.write(directory);
    }
    return directory.resolve(RunFiles.REPORT);
  }
}
