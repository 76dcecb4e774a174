package org.deepcausalmmm.cli.plan;

import java.io.IOException;
import java.nio.file.Path;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.cli.base.CliCode;
import org.deepcausalmmm.optimizer.media.MediaPlan;
import org.deepcausalmmm.report.files.PlanFiles;
import org.deepcausalmmm.report.html.PlanReportWriter;

/** The writer of a plan directory. */
public final class PlanWriter {
  private PlanWriter() {}

  /**
   * Writes the files.
   *
   * @param directory exists
   * @throws MmmException with code MMM-SYSTEM-004 if that fails
   */
  public static void write(MediaPlan plan, PlanQuestion question, Path directory) {
    try {
      new PlanTables(plan, directory).write();
      PlanJson.write(plan, question, directory.resolve(PlanFiles.SUMMARY));
      PlanReportWriter.write(directory);
    } catch (IOException e) {
      throw CliCode.PLAN_NOT_WRITTEN.error(
          "The plan cannot be written to %s (%s).".formatted(directory, e),
          "Check that the disk has room and that the directory can be written.",
          e);
    }
  }
}
