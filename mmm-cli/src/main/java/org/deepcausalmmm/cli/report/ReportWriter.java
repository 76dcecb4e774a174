package org.deepcausalmmm.cli.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.cli.run.RunFiles;

/** Writes the report of a run: one file that opens without a network. */
public final class ReportWriter {
  private static final String TEMPLATES = "org.deepcausalmmm.cli.report.template";

  private ReportWriter() {}

  /**
   * Writes {@code report.html} from the other files of the run, in place of the one that is there.
   *
   * @throws MmmException if the run cannot be read or the report not be written
   */
  public static void write(Path run) {
    String html = render(run);
    Path report = run.resolve(RunFiles.REPORT);
    Path partial = run.resolve("." + RunFiles.REPORT + ".partial");
    try {
      Files.writeString(partial, html);
      Files.move(
          partial, report, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new MmmException(
          ErrorKind.SYSTEM,
          3,
          "%s cannot be written (%s).".formatted(report, e),
          "Check that the directory can be written and that the disk has room.",
          e);
    }
  }

  /** Gives the report as text. */
  static String render(Path run) {
    ReportModel model = RunReader.read(run);
    StringOutput output = new StringOutput(2_000_000);
    TemplateEngine.createPrecompiled(
            null, ContentType.Html, ReportWriter.class.getClassLoader(), TEMPLATES)
        .render("report.jte", new ReportPage(model), output);
    return output.toString();
  }
}
