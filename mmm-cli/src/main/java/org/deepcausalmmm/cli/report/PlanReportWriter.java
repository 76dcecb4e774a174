package org.deepcausalmmm.cli.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepcausalmmm.optimizer.media.MediaPlan;

/** Writes the report of a plan: one file that opens without a network. */
public final class PlanReportWriter {
  private static final String TEMPLATES = "org.deepcausalmmm.cli.report.template";

  private PlanReportWriter() {}

  /** Writes the report of a plan. */
  public static void write(MediaPlan plan, String outcome, String mode, Path file)
      throws IOException {
    StringOutput output = new StringOutput(2_000_000);
    TemplateEngine.createPrecompiled(
            null, ContentType.Html, PlanReportWriter.class.getClassLoader(), TEMPLATES)
        .render("plan.jte", new PlanPage(plan, outcome, mode), output);
    Files.writeString(file, output.toString());
  }
}
