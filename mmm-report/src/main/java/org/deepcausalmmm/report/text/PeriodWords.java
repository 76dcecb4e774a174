package org.deepcausalmmm.report.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepcausalmmm.data.Period;

/**
 * The words for the period of the rows. Texts are written for weeks; where the rows are months,
 * they name months.
 *
 * @param period of the rows
 */
public record PeriodWords(Period period) {
  private static final Pattern WEEK = Pattern.compile("\\b([Ww])eek(s|ly)?\\b");

  /** Returns the words of a period by its noun; weeks if it is not known. */
  public static PeriodWords of(String noun) {
    return new PeriodWords(noun.equals(Period.MONTH.noun()) ? Period.MONTH : Period.WEEK);
  }

  /** Returns a text that names the period. */
  public String in(String text) {
    if (period == Period.WEEK) {
      return text;
    }
    Matcher matcher = WEEK.matcher(text);
    StringBuilder result = new StringBuilder(text.length());
    while (matcher.find()) {
      String end = matcher.group(2) == null ? "" : matcher.group(2);
      matcher.appendReplacement(result, (matcher.group(1).equals("W") ? "Month" : "month") + end);
    }
    return matcher.appendTail(result).toString();
  }
}
