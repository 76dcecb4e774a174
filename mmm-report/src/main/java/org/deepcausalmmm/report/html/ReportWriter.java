package org.deepcausalmmm.report.html;

import java.nio.file.Path;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.run.RunReader;

/** The writer of a run's report: one file that opens without a network. */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * Writes {@code report.html} from the other files of the run, in place of the one that is there.
   *
   * @throws org.deepcausalmmm.api.MmmException if the run cannot be read or the report not written
   */
  public static void write(Path run) {
    ReportPage page = new ReportPage(RunReader.read(run));
    HtmlFile.write(run.resolve(RunFiles.REPORT), "report.jte", page, page.words());
  }
}
