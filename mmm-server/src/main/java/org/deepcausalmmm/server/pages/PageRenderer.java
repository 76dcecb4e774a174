package org.deepcausalmmm.server.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.report.html.PeriodOutput;
import org.deepcausalmmm.server.http.Exchange;

/** The filling of the templates of pages, which were compiled with the server. */
final class PageRenderer {
  private static final String TEMPLATES = "org.deepcausalmmm.server.pages.template";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PageRenderer.class.getClassLoader(), TEMPLATES);

  @Inject
  PageRenderer() {}

  /** Answers with a page. */
  void show(Exchange exchange, String template, Object page) {
    exchange.setHeader("Cache-Control", "private, no-store");
    exchange.bytes("text/html; charset=utf-8", render(template, page));
  }

  /** Answers with a page whose own text names the period of the rows. */
  void show(Exchange exchange, String template, Object page, PeriodWords words) {
    exchange.setHeader("Cache-Control", "private, no-store");
    StringOutput output = new StringOutput();
    engine.render(template + ".jte", page, new PeriodOutput(output, words));
    exchange.bytes("text/html; charset=utf-8", output.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a filled template. */
  byte[] render(String template, Object page) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(template + ".jte", page, output);
    return output.toByteArray();
  }
}
