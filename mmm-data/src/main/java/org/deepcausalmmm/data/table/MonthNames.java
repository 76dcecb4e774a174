package org.deepcausalmmm.data.table;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of months in the languages whose spreadsheets are common, long and short. */
final class MonthNames {
  private static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH,
          Locale.GERMAN,
          Locale.FRENCH,
          Locale.ITALIAN,
          Locale.forLanguageTag("es"),
          Locale.forLanguageTag("pt"),
          Locale.forLanguageTag("nl"));
  private static final Map<String, Integer> MONTHS = months();

  private MonthNames() {}

  /** Returns the number of a month, 0 if the name is none or means two. */
  static int month(String name) {
    return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (Locale language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(
                TextStyle.FULL,
                TextStyle.SHORT,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT_STANDALONE)) {
          String name = month.getDisplayName(style, language).toLowerCase(language);
          // A name that means another month elsewhere ("mar", "mai") keeps the English meaning.
          String plain = name.replace(".", "");
          months.putIfAbsent(plain, month.getValue());
          months.putIfAbsent(TimeNames.folded(plain), month.getValue());
        }
      }
    }
    months.put("sept", 9);
    months.put("mrz", 3);
    return months;
  }
}
