package org.deepcausalmmm.data.table;

import java.util.regex.Pattern;

/** What the marks between the digits of a number can mean. */
enum NumberMarks {
  /** Digits alone, below 1000. */
  SMALL,
  /** Digits alone, 1000 or more, which a writer of thousands marks would have marked. */
  PLAIN,
  /** Only a decimal point fits, as in 12.5. */
  POINT,
  /** Only a decimal comma fits, as in 12,5. */
  COMMA,
  /** Points that mark thousands, as in 1.234.567. */
  THOUSAND_POINTS,
  /** Commas that mark thousands, as in 1,234,567. */
  THOUSAND_COMMAS,
  /** Blanks or apostrophes that mark thousands, and no other mark. */
  THOUSAND_BLANKS,
  /** A point before three digits, as in 1.234. */
  EITHER_POINT,
  /** A comma before three digits, as in 1,234. */
  EITHER_COMMA,
  /** No number. */
  NONE;

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern POINT_ONLY =
      Pattern.compile("(\\d+\\.(\\d{0,2}|\\d{4,})|0+\\.\\d+|\\d{4,}\\.\\d{3}|\\.\\d+)");
  private static final Pattern COMMA_ONLY =
      Pattern.compile("(\\d+,(\\d{1,2}|\\d{4,})|0+,\\d+|\\d{4,},\\d{3}|,\\d+)");
  private static final Pattern ONE_POINT = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");
  private static final Pattern ONE_COMMA = Pattern.compile("[1-9]\\d{0,2},\\d{3}");
  private static final Pattern POINTS = Pattern.compile("\\d{1,3}(\\.\\d{3}){2,}");
  private static final Pattern COMMAS = Pattern.compile("\\d{1,3}(,\\d{3}){2,}");
  private static final Pattern INDIAN = Pattern.compile("\\d{1,2}(,\\d{2})+,\\d{3}(\\.\\d+)?");
  private static final Pattern US = Pattern.compile("\\d{1,3}(,\\d{3})+\\.\\d+");
  private static final Pattern EUROPEAN = Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d+");
  private static final Pattern BLANKS = Pattern.compile("\\d{1,3}([ ']\\d{3})+");
  private static final Pattern BLANKS_POINT = Pattern.compile("\\d{1,3}([ ']\\d{3})+\\.\\d+");
  private static final Pattern BLANKS_COMMA = Pattern.compile("\\d{1,3}([ ']\\d{3})+,\\d+");

  /** Returns what the point of a simple number can mean. */
  static NumberMarks ofSimple(String cell) {
    int start = cell.startsWith("-") ? 1 : 0;
    int point = cell.indexOf('.');
    if (point < 0) {
      return cell.length() - start > 3 ? PLAIN : SMALL;
    }
    boolean three = cell.length() - point == 4 && point - start >= 1 && point - start <= 3;
    return three && cell.charAt(start) != '0' ? EITHER_POINT : POINT;
  }

  /** Returns what the marks of some digits can mean; an exponent does not count. */
  static NumberMarks of(String digits) {
    int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
    String text = exponent < 0 ? digits : digits.substring(0, exponent);
    if (DIGITS.matcher(text).matches()) {
      return text.length() > 3 && exponent < 0 ? PLAIN : SMALL;
    }
    if (POINT_ONLY.matcher(text).matches() || (exponent >= 0 && text.indexOf('.') >= 0)) {
      return text.indexOf(',') >= 0 ? NONE : POINT;
    }
    if (COMMA_ONLY.matcher(text).matches() || (exponent >= 0 && text.indexOf(',') >= 0)) {
      return text.indexOf('.') >= 0 ? NONE : COMMA;
    }
    if (ONE_POINT.matcher(text).matches()) {
      return EITHER_POINT;
    }
    if (ONE_COMMA.matcher(text).matches()) {
      return EITHER_COMMA;
    }
    if (POINTS.matcher(text).matches()) {
      return THOUSAND_POINTS;
    }
    if (COMMAS.matcher(text).matches() || INDIAN.matcher(text).matches()) {
      return text.indexOf('.') >= 0 ? POINT : THOUSAND_COMMAS;
    }
    if (US.matcher(text).matches() || BLANKS_POINT.matcher(text).matches()) {
      return POINT;
    }
    if (EUROPEAN.matcher(text).matches() || BLANKS_COMMA.matcher(text).matches()) {
      return COMMA;
    }
    return BLANKS.matcher(text).matches() ? THOUSAND_BLANKS : NONE;
  }
}
