package org.deepcausalmmm.report.text;

import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/**
 * How numbers are written for one reader. Files are always written with a point; a page is written
 * for who asks for it.
 *
 * @param decimal the sign before the decimals: a point or a comma
 */
public record NumberStyle(char decimal) {
  /** The style of files, whatever the machine's locale. */
  public static final NumberStyle POINT = new NumberStyle('.');

  private static final NumberStyle COMMA = new NumberStyle(',');
  private static final int MOST_LANGUAGES = 200;

  /** Returns the style of a locale. */
  public static NumberStyle of(Locale locale) {
    return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? COMMA : POINT;
  }

  /** Returns the style of the language that a browser prefers; a point if it names none. */
  public static NumberStyle ofLanguages(String acceptLanguage) {
    if (acceptLanguage.isBlank() || acceptLanguage.length() > MOST_LANGUAGES) {
      return POINT;
    }
    try {
      List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(acceptLanguage);
      return wanted.isEmpty() ? POINT : of(Locale.forLanguageTag(wanted.get(0).getRange()));
    } catch (IllegalArgumentException e) {
      return POINT;
    }
  }

  /** Returns a number that was written with a point. */
  public String written(String number) {
    return decimal == '.' ? number : number.replace('.', decimal);
  }
}
