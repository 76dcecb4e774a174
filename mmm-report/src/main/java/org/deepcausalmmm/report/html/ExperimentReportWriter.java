package org.deepcausalmmm.report.html;

import java.nio.file.Path;
import org.deepcausalmmm.report.experiment.ExperimentReader;
import org.deepcausalmmm.report.files.RunFiles;

/** The writer of the report of an experiment that was read, designed or ranked. */
public final class ExperimentReportWriter {
  private ExperimentReportWriter() {}

  /**
   * Writes {@code report.html} from the other files of the directory.
   *
   * @throws org.deepcausalmmm.api.MmmException if they cannot be read or the report not written
   */
  public static void write(Path directory) {
    ExperimentPage page = new ExperimentPage(ExperimentReader.read(directory));
    HtmlFile.write(directory.resolve(RunFiles.REPORT), "experiment.jte", page);
  }
}
