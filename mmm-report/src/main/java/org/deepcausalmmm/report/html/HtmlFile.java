package org.deepcausalmmm.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.report.files.CompleteFile;

/** An HTML file made from a template, which appears when it is complete. */
public final class HtmlFile {
  private static final String TEMPLATES = "org.deepcausalmmm.report.template";
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlFile.class.getClassLoader(), TEMPLATES);

  private HtmlFile() {}

  /**
   * Fills a template and writes the file, in place of the one that is there.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-SYSTEM-003 if it cannot be written
   */
  static void write(Path file, String template, Object page) {
    write(file, render(template, page));
  }

  /** Writes a file in which the template's own text names the period of the rows. */
  static void write(Path file, String template, Object page, PeriodWords words) {
    write(file, render(template, page, words));
  }

  private static void write(Path file, String html) {
    CompleteFile.write(file, partial -> Files.writeString(partial, html));
  }

  /** Returns a filled template. */
  public static String render(String template, Object page) {
    return render(template, page, new PeriodWords(Period.WEEK));
  }

  /** Returns a filled template whose own text names the period of the rows. */
  public static String render(String template, Object page, PeriodWords words) {
    StringOutput output = new StringOutput(2_000_000);
    ENGINE.render(template, page, new PeriodOutput(output, words));
    return output.toString();
  }
}
