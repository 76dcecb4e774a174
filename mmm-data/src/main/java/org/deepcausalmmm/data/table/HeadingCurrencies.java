package org.deepcausalmmm.data.table;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The currencies that headings name, as in Revenue (\u20AC), TV spend USD or Umsatz TEUR. */
final class HeadingCurrencies {
  private static final Set<String> CODES =
      Set.of(
          "usd", "eur", "gbp", "chf", "jpy", "cad", "aud", "sek", "nok", "dkk", "pln", "inr",
          "brl");

  private HeadingCurrencies() {}

  /** Returns the codes of the currencies of a heading. */
  static Set<String> of(String heading) {
    Set<String> currencies = new TreeSet<>();
    for (String word : TimeNames.words(heading)) {
      // A unit may stand before the code: TEUR, kUSD, MEUR.
      String bare =
          word.length() == 4 && "tkm".indexOf(word.charAt(0)) >= 0 ? word.substring(1) : word;
      if (CODES.contains(bare)) {
        currencies.add(bare.toUpperCase(Locale.ROOT));
      }
    }
    for (String sign : new String[] {"$", "\u20AC", "\u00A3", "\u00A5", "\u20B9"}) {
      // A sign before another dollar's letter, as in A$, names that one.
      boolean other = sign.equals("$") && heading.matches(".*[A-Z]\\$.*");
      if (heading.contains(sign) && !other && currencies.isEmpty()) {
        currencies.add(code(sign));
      }
    }
    return currencies;
  }

  /** Returns the code of a currency that a cell or a heading writes as a sign or a code. */
  static String code(String currency) {
    return switch (currency.toUpperCase(Locale.ROOT)) {
      case "$", "US$" -> "USD";
      case "\u20AC" -> "EUR";
      case "\u00A3" -> "GBP";
      case "\u00A5" -> "JPY";
      case "\u20B9", "RS" -> "INR";
      case "R$" -> "BRL";
      default -> currency;
    };
  }
}
