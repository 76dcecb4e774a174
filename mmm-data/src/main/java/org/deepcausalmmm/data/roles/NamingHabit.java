package org.deepcausalmmm.data.roles;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.deepcausalmmm.data.roles.ColumnGuess.Role;
import org.deepcausalmmm.data.table.TimeNames;

/**
 * What the other columns of a table say of a name: where spend is marked as such, a name with an
 * unknown word need not be spend, and a name with a word of transforms is one of a column that is
 * there without the word.
 *
 * @param marksSpend whether a column says that it holds spend
 * @param names the words of all names
 */
record NamingHabit(boolean marksSpend, Set<List<String>> names) {
  private static final Set<String> NEUTRAL =
      Set.of(
          "total", "paid", "the", "of", "and", "new", "non", "nonbrand", "generic", "usd", "eur");

  private static final Set<String> FLAGS = Set.of("flag", "dummy", "is", "indicator");
  private static final Set<String> EVENTS = Set.of("event", "events");

  /** Returns the habit of a table. */
  static NamingHabit of(List<TableColumn> columns) {
    Set<List<String>> names = new HashSet<>();
    columns.forEach(c -> names.add(TimeNames.words(c.name())));
    return new NamingHabit(columns.stream().anyMatch(c -> c.is(Role.SPEND)), names);
  }

  /** Returns the columns with the roles that the habit leaves. */
  List<TableColumn> apply(List<TableColumn> columns) {
    return columns.stream().map(this::apply).toList();
  }

  private TableColumn apply(TableColumn column) {
    List<String> words = TimeNames.words(column.name());
    if (copy(words)) {
      return column.as(Role.RESULT);
    }
    boolean flag = column.profile().flag() && column.profile().distinct() == 2;
    if (column.is(Role.EITHER) && flag && words.stream().anyMatch(FLAGS::contains)) {
      return column.as(Role.CONTROL);
    }
    if (column.is(Role.CONTROL) && EVENTS.containsAll(words) && money(column)) {
      return column.as(Role.EITHER);
    }
    boolean unmarked = marksSpend && column.guess().rank() == 0 && !plain(words);
    boolean detail = column.guess().rank() == 0 && !plain(words) && extended(words);
    return column.is(Role.MEDIUM) && (flag || unmarked || detail) ? column.as(Role.EITHER) : column;
  }

  /** Returns whether the cells are amounts with cents, as no count or share of days is. */
  private static boolean money(TableColumn column) {
    ColumnProfile profile = column.profile();
    return profile.amount() && !profile.whole() && profile.most() > 100;
  }

  /** Returns whether a name without its words of transforms is that of another column. */
  private boolean copy(List<String> words) {
    List<String> bare = words.stream().filter(w -> !transform(w)).toList();
    if (bare.isEmpty() || bare.size() == words.size() || rateOfPrice(words)) {
      return false;
    }
    List<String> letters = bare.stream().filter(w -> !w.matches("\\d+")).toList();
    return names.contains(bare) || (!letters.isEmpty() && names.contains(letters));
  }

  /** Returns whether a name is that of a discount in percent, which its amount does not tell. */
  private static boolean rateOfPrice(List<String> words) {
    return words.stream().anyMatch(ContextWords.SET_BY_COMPANY::contains)
        && words.stream().anyMatch(Set.of("pct", "percent", "percentage")::contains);
  }

  /** Returns whether another column has the first of these words alone, as tv beside tv_quality. */
  private boolean extended(List<String> words) {
    return IntStream.range(1, words.size()).anyMatch(n -> names.contains(words.subList(0, n)));
  }

  private static boolean transform(String word) {
    return ContextWords.TRANSFORMS.contains(word.replaceFirst("\\d+$", ""));
  }

  /** Returns whether all words name media, or nothing. */
  private static boolean plain(List<String> words) {
    return words.stream()
        .allMatch(w -> MediaWords.MEDIA.contains(w) || NEUTRAL.contains(w) || w.matches(".*\\d+"));
  }
}
