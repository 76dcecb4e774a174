package org.deepcausalmmm.data.table;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell that may be a number, taken apart: what stands around the digits, and the digits.
 *
 * @param negative whether a minus or accounting brackets stand around the digits
 * @param digits the digits with the marks between them, and an exponent
 * @param currency the sign or code of a currency; empty if none
 * @param percent whether a percent sign follows
 * @param unit what multiplies the digits, such as K
 */
record NumberToken(
    boolean negative, String digits, String currency, boolean percent, NumberUnit unit) {
  private static final String CURRENCIES =
      "US\\$|R\\$|A\\$|C\\$|[$\u20AC\u00A3\u00A5\u20B9\u20BD\u20A9\u20BA\u20AB\u20B4\u20A6\u0E3F]"
          + "|USD|EUR|GBP|CHF|JPY|CNY|CAD|AUD|NZD|INR|BRL|MXN|SEK|NOK|DKK|PLN|CZK|HUF|TRY|ZAR|SGD"
          + "|HKD|KRW|Rs\\.?|kr\\.?|z\u0142|Fr\\.";
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<open>\\()?\\s*(?<sign1>[-+])?\\s*(?<cur1>"
              + CURRENCIES
              + ")?\\s*(?<sign2>[-+])?\\s*(?<digits>(?:\\d[\\d.,' ]*|[.,]\\d+)(?:[eE][-+]?\\d+)?)"
              + "\\s*(?:(?<percent>%)|(?<unit>(?i:"
              + NumberUnit.WORDS
              + "))(?!\\p{Ll}))?\\s*(?<cur2>"
              + CURRENCIES
              + ")?\\s*(?<sign3>-)?\\s*(?<close>\\))?");

  /** Returns the parts of a cell; null if it is no number in any form. */
  static @Nullable NumberToken of(String cell) {
    if (cell.length() > 60) {
      return null;
    }
    String plain = cell;
    if (!ascii(cell)) {
      plain = cell.replace('\u2212', '-').replaceAll("[\u00A0\u202F\u2009\u2007]", " ");
    }
    Matcher match = SHAPE.matcher(plain.strip());
    if (!match.matches() || (match.group("open") == null) != (match.group("close") == null)) {
      return null;
    }
    int minus = match.group("open") == null ? 0 : 1;
    int signs = minus;
    for (String group : new String[] {"sign1", "sign2", "sign3"}) {
      String sign = match.group(group);
      signs += sign == null ? 0 : 1;
      minus += "-".equals(sign) ? 1 : 0;
    }
    boolean bothCurrencies = match.group("cur1") != null && match.group("cur2") != null;
    if (signs > 1 || bothCurrencies) {
      return null;
    }
    String currency = match.group("cur1") == null ? match.group("cur2") : match.group("cur1");
    return new NumberToken(
        minus > 0,
        match.group("digits").strip(),
        currency == null ? "" : currency.toUpperCase(Locale.ROOT).replace(".", ""),
        match.group("percent") != null,
        NumberUnit.of(match.group("unit"), currency == null ? "" : currency));
  }

  /** Returns whether a cell is an optional minus and digits with at most one point among them. */
  static boolean isSimple(String cell) {
    int points = 0;
    int digits = 0;
    for (int i = cell.startsWith("-") ? 1 : 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      points += c == '.' ? 1 : 0;
      digits += c >= '0' && c <= '9' ? 1 : 0;
      if (points > 1 || !(c == '.' || (c >= '0' && c <= '9'))) {
        return false;
      }
    }
    return digits > 0 && digits < 60;
  }

  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
