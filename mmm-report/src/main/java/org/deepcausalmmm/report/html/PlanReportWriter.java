package org.deepcausalmmm.report.html;

import java.nio.file.Path;
import org.deepcausalmmm.report.files.PlanFiles;
import org.deepcausalmmm.report.plan.PlanDirectory;

/** The writer of a plan's report: one file that opens without a network. */
public final class PlanReportWriter {
  private PlanReportWriter() {}

  /**
   * Writes {@code report.html} from the other files of the plan directory.
   *
   * @throws org.deepcausalmmm.api.MmmException if the plan cannot be read or the report not written
   */
  public static void write(Path directory) {
    PlanPage page = new PlanPage(PlanDirectory.read(directory));
    HtmlFile.write(
        directory.resolve(PlanFiles.REPORT), "plan.jte", page, page.summary().window().words());
  }
}
