package org.deepcausalmmm.report.html;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.regex.Pattern;
import org.deepcausalmmm.data.PeriodWords;

/**
 * The output of a template whose own text names the period of the rows. Contents stay as they are,
 * and so do attributes, except labels that are read aloud.
 */
public final class PeriodOutput extends OwaspHtmlTemplateOutput {
  private static final Pattern LABEL = Pattern.compile("aria-label=\"[^\"]*\"?");

  private final PeriodWords words;
  private boolean inTag;

  /** Creates an output that writes to another one. */
  public PeriodOutput(TemplateOutput output, PeriodWords words) {
    super(output);
    this.words = words;
  }

  @Override
  public void writeContent(String text) {
    StringBuilder result = new StringBuilder(text.length());
    int from = 0;
    while (from < text.length()) {
      int mark = text.indexOf(inTag ? '>' : '<', from);
      int to = mark < 0 ? text.length() : mark + 1;
      String part = text.substring(from, to);
      result.append(
          inTag
              ? LABEL.matcher(part).replaceAll(label -> quoted(words.in(label.group())))
              : words.in(part));
      inTag ^= mark >= 0;
      from = to;
    }
    super.writeContent(result.toString());
  }

  private static String quoted(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }

  @Override
  public void writeUnsafeContent(String text) {
    super.writeContent(text);
  }
}
