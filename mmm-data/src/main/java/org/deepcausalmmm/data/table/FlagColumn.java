package org.deepcausalmmm.data.table;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The evidence that a column holds flags, such as TRUE and FALSE or yes and no. */
final class FlagColumn {
  /** The words for yes, then no, of pairs that mean nothing else. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("true", "false"),
          List.of("t", "f"),
          List.of("yes", "no"),
          List.of("y", "n"),
          List.of("on", "off"),
          List.of("wahr", "falsch"),
          List.of("ja", "nein"),
          List.of("vrai", "faux"),
          List.of("oui", "non"),
          List.of("verdadero", "falso"),
          List.of("s\u00ed", "no"),
          List.of("si", "no"));

  private final Set<String> words = new HashSet<>();

  /** Takes a cell that is not empty. */
  void add(String cell) {
    if (words.size() < 3) {
      words.add(cell.length() > 9 ? "long" : cell.toLowerCase(Locale.ROOT));
    }
  }

  /** Returns the pair of words, yes first; null if the column holds other words, or one alone. */
  @Nullable List<String> pair() {
    if (words.size() != 2) {
      return words.equals(Set.of("true")) || words.equals(Set.of("false")) ? PAIRS.get(0) : null;
    }
    return PAIRS.stream().filter(words::containsAll).findFirst().orElse(null);
  }
}
