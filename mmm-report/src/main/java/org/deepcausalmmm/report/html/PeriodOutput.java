package org.deepcausalmmm.report.html;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import org.deepcausalmmm.report.text.PeriodWords;

/**
 * The output of a template whose own text names the period of the rows; contents stay as they are.
 */
final class PeriodOutput extends OwaspHtmlTemplateOutput {
  private final PeriodWords words;

  PeriodOutput(TemplateOutput output, PeriodWords words) {
    super(output);
    this.words = words;
  }

  @Override
  public void writeContent(String text) {
    super.writeContent(words.in(text));
  }

  @Override
  public void writeUnsafeContent(String text) {
    super.writeContent(text);
  }
}
