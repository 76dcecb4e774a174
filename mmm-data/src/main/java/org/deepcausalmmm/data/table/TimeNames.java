package org.deepcausalmmm.data.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words that names of time columns hold. */
public final class TimeNames {
  private static final Set<String> WORDS =
      Set.of(
          "time",
          "date",
          "dates",
          "week",
          "weeks",
          "wk",
          "day",
          "days",
          "month",
          "months",
          "period",
          "ds",
          "dt",
          "datum",
          "woche",
          "kw",
          "monat",
          "fecha",
          "semana",
          "mes",
          "semaine",
          "mois",
          "jour",
          "timestamp",
          "weekid",
          "calendar",
          "ts",
          "strt");

  private TimeNames() {}

  /** Returns the words of a name in lower case, parted at other signs and at capitals. */
  public static List<String> words(String name) {
    String parted =
        name.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", "_")
            .toLowerCase(Locale.ROOT);
    return List.of(parted.split("[^\\p{L}\\d]+")).stream().filter(w -> !w.isEmpty()).toList();
  }

  /** Returns whether a name sounds like a time. */
  public static boolean mayBeTime(String name) {
    return words(name).stream()
        .anyMatch(
            word -> WORDS.contains(word) || word.startsWith("week") || word.startsWith("date"));
  }
}
