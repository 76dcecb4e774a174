package org.deepcausalmmm.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;

/** An HTML file made from a template, which appears when it is complete. */
public final class HtmlFile {
  private static final String TEMPLATES = "org.deepcausalmmm.report.template";

  private HtmlFile() {}

  /**
   * Fills a template and writes the file, in place of the one that is there.
   *
   * @throws MmmException MMM-SYSTEM-003 if it cannot be written
   */
  static void write(Path file, String template, Object page) {
    String html = render(template, page);
    Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
    try {
      Files.writeString(partial, html);
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new MmmException(
          ErrorKind.SYSTEM,
          3,
          "%s cannot be written (%s).".formatted(file, e),
          "Check that the directory can be written and that the disk has room.",
          e);
    }
  }

  /** Returns a filled template. */
  public static String render(String template, Object page) {
    StringOutput output = new StringOutput(2_000_000);
    TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlFile.class.getClassLoader(), TEMPLATES)
        .render(template, page, output);
    return output.toString();
  }
}
