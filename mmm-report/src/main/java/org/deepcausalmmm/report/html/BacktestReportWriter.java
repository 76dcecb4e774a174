package org.deepcausalmmm.report.html;

import java.nio.file.Path;
import org.deepcausalmmm.report.backtest.BacktestReader;
import org.deepcausalmmm.report.files.RunFiles;

/** The writer of a backtest's report: one file that opens without a network. */
public final class BacktestReportWriter {
  private BacktestReportWriter() {}

  /**
   * Writes {@code report.html} from the other files of the backtest directory.
   *
   * @throws org.deepcausalmmm.api.MmmException if the backtest cannot be read or the report not
   *     written
   */
  public static void write(Path directory) {
    BacktestPage page = new BacktestPage(BacktestReader.read(directory));
    HtmlFile.write(directory.resolve(RunFiles.REPORT), "backtest.jte", page, page.model().words());
  }
}
