package org.deepcausalmmm.data;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataReport.Finding;

/**
 * The words for the period of the rows. Texts are written for weeks; where the rows are months,
 * they name months. Names in quotation marks stay as they are.
 *
 * @param period of the rows
 */
public record PeriodWords(Period period) {
  private static final Pattern WEEK =
      Pattern.compile(
          "(?<![\\p{L}\\d])'[^'\\n]{0,300}'(?!\\p{L})|\\b(?<letter>[Ww])eek(?<end>s|ly)?\\b");

  /** Returns the words of a period by its noun; weeks if it is not known. */
  public static PeriodWords of(String noun) {
    return new PeriodWords(noun.equals(Period.MONTH.noun()) ? Period.MONTH : Period.WEEK);
  }

  /** Returns the words of the rows of a panel. */
  public static PeriodWords of(Panel panel) {
    return new PeriodWords(panel.weeks().period());
  }

  /** Returns a text that names the period. */
  public String in(String text) {
    if (period == Period.WEEK) {
      return text;
    }
    Matcher matcher = WEEK.matcher(text);
    StringBuilder result = new StringBuilder(text.length());
    while (matcher.find()) {
      String letter = matcher.group("letter");
      String end = matcher.group("end") == null ? "" : matcher.group("end");
      String word = "W".equals(letter) ? "Month" : "month";
      matcher.appendReplacement(
          result, Matcher.quoteReplacement(letter == null ? matcher.group() : word + end));
    }
    return matcher.appendTail(result).toString();
  }

  /** Returns a finding that names the period. */
  public Finding in(Finding finding) {
    return new Finding(
        finding.severity(), finding.code(), in(finding.what()), in(finding.advice()));
  }

  /** Returns the result of some work, whose errors name the period. */
  public <T> T during(Supplier<T> work) {
    try {
      return work.get();
    } catch (MmmException e) {
      throw in(e);
    }
  }

  private MmmException in(MmmException error) {
    if (period == Period.WEEK) {
      return error;
    }
    int number = Integer.parseInt(error.code().substring(error.code().lastIndexOf('-') + 1));
    return new MmmException(
        error.kind(), number, in(String.valueOf(error.getMessage())), in(error.advice()), error);
  }
}
