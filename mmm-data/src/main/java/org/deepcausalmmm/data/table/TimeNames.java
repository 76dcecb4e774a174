package org.deepcausalmmm.data.table;

import java.text.Normalizer;
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
          "settimana",
          "giorno",
          "mese",
          "dia",
          "tag",
          "semana",
          "mes",
          "semaine",
          "mois",
          "jour",
          "timestamp",
          "weekid",
          "calendar",
          "ts",
          "strt",
          "yearweek",
          "yearmonth",
          "yyyyww",
          "yyyymm",
          "isoweek",
          "kalenderwoche",
          "quarter",
          "quartal",
          "trimestre");

  /** Words of the last day of a period, as against its first. */
  private static final Set<String> LAST =
      Set.of(
          "end",
          "ends",
          "ending",
          "ended",
          "weekend",
          "weekending",
          "weekended",
          "weekend_date",
          "endet",
          "ende",
          "bis",
          "fin",
          "finale",
          "fine",
          "final",
          "einde",
          "enddate",
          "dateend",
          "periodend",
          "until",
          "through",
          "au",
          "hasta",
          "tot");

  /** Words of the first day of a period. */
  private static final Set<String> FIRST =
      Set.of(
          "start",
          "starts",
          "starting",
          "started",
          "begin",
          "begins",
          "beginning",
          "commencing",
          "commences",
          "von",
          "ab",
          "beginn",
          "debut",
          "inicio",
          "inizio",
          "from",
          "desde",
          "startdate",
          "weekstart",
          "strt");

  /** No name that people give is longer, and what follows says nothing of its role. */
  private static final int MOST = 300;

  private TimeNames() {}

  /** Returns a name without accents, as long as it was. */
  public static String folded(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (char c : name.toCharArray()) {
      folded.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0));
    }
    return folded.toString();
  }

  /**
   * Returns the words of a name in lower case, without accents, parted at other signs and at
   * capitals.
   */
  public static List<String> words(String name) {
    String parted =
        folded(name.length() > MOST ? name.substring(0, MOST) : name)
            .replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", "_")
            .toLowerCase(Locale.ROOT)
            .replace("\u00DF", "ss");
    return List.of(parted.split("[^\\p{L}\\d]+")).stream().filter(w -> !w.isEmpty()).toList();
  }

  /** Returns whether a time column names the last day of each period, as Week Ending does. */
  public static boolean namesLastDay(String name) {
    List<String> words = words(name);
    boolean initials =
        words.size() >= 2 && words.get(0).equals("w") && words.get(1).equals("e")
            || words.size() <= 2 && !words.isEmpty() && words.get(0).equals("we");
    return initials || (words.stream().anyMatch(LAST::contains) && !namesFirstDay(words));
  }

  /** Returns whether a time column names the first day of each period, as Week Of does. */
  public static boolean namesFirstDay(String name) {
    return namesFirstDay(words(name));
  }

  private static boolean namesFirstDay(List<String> words) {
    return words.stream().anyMatch(FIRST::contains);
  }

  /** Returns whether a name sounds like a time. */
  public static boolean mayBeTime(String name) {
    return words(name).stream()
        .anyMatch(
            word -> WORDS.contains(word) || word.startsWith("week") || word.startsWith("date"));
  }
}
