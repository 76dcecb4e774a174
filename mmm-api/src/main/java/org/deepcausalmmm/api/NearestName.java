package org.deepcausalmmm.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The search for the known name that a misspelt one stands for.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class NearestName {
  private NearestName() {}

  /**
   * Returns the known name with the least edit distance to a name, ignoring case, if that is at
   * most a third of the known name's length (at least 1).
   *
   * @since API level 1
   */
  public static Optional<String> of(String name, Collection<String> known) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(k -> distance(wanted, k.toLowerCase(Locale.ROOT)) <= Math.max(1, k.length() / 3))
        .min(Comparator.comparingInt(k -> distance(wanted, k.toLowerCase(Locale.ROOT))));
  }

  /** Returns the number of insertions, deletions and substitutions (Levenshtein 1966). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
