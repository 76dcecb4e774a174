package org.deepcausalmmm.data.table;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The evidence that the cells of one column give of the form of its numbers. */
final class NumberColumn {
  private final Map<NumberMarks, String> examples = new EnumMap<>(NumberMarks.class);
  private final Set<String> currencies = new TreeSet<>();
  private int numbers;
  private int percents;
  private int others;
  private int brackets;
  private boolean grouped;
  private int hundreds;
  private final UnitEvidence units = new UnitEvidence();

  /**
   * Takes a cell that is not empty and stands there some times; returns whether it is a number in
   * some form.
   */
  boolean add(String cell, int times) {
    if (NumberToken.isSimple(cell)) {
      numbers += times;
      hundreds += cell.length() == 3 && cell.indexOf('.') < 0 ? times : 0;
      NumberMarks simple = NumberMarks.ofSimple(cell);
      examples.putIfAbsent(simple, cell);
      units.addWithout(cell, simple);
      return true;
    }
    NumberToken token = NumberToken.of(cell);
    NumberMarks marks = token == null ? NumberMarks.NONE : NumberMarks.of(token.digits());
    if (token == null || marks == NumberMarks.NONE) {
      others += times;
      return false;
    }
    numbers += times;
    percents += token.percent() ? times : 0;
    brackets += cell.startsWith("(") ? times : 0;
    if (!token.currency().isEmpty()) {
      currencies.add(token.currency());
    }
    examples.putIfAbsent(marks, cell);
    units.add(cell, token, marks);
    grouped |= kinds(token.digits()) > 1;
    return true;
  }

  /** Returns how many different marks stand between the digits. */
  private static int kinds(String digits) {
    return (int)
        digits
            .replaceFirst("[eE].*", "")
            .chars()
            .filter(c -> c < '0' || c > '9')
            .distinct()
            .count();
  }

  /**
   * Returns whether some numbers have three digits and no mark. Beside numbers such as 1.234 they
   * are the smaller ones of a column of whole numbers, rather than decimals without any decimals.
   */
  boolean hundreds() {
    return hundreds > 1;
  }

  /** Returns whether some number has thousands marks and a decimal mark. */
  boolean grouped() {
    return grouped;
  }

  /** Returns what the cells say of units such as K and Mio. */
  UnitEvidence units() {
    return units;
  }

  int numbers() {
    return numbers;
  }

  int others() {
    return others;
  }

  Set<String> currencies() {
    return currencies;
  }

  boolean percent() {
    return percents > 0;
  }

  boolean brackets() {
    return brackets > 0;
  }

  /** Returns whether only some of the numbers have a percent sign. */
  boolean percentInPart() {
    return percents > 0 && percents < numbers && examples.size() > 0;
  }

  boolean has(NumberMarks marks) {
    return examples.containsKey(marks);
  }

  @Nullable String example(NumberMarks marks) {
    return examples.get(marks);
  }

  /** Returns whether some cell can only be read with a decimal point. */
  boolean surePoint() {
    return has(NumberMarks.POINT) || has(NumberMarks.THOUSAND_COMMAS);
  }

  /** Returns whether some cell can only be read with a decimal comma. */
  boolean sureComma() {
    return has(NumberMarks.COMMA) || has(NumberMarks.THOUSAND_POINTS);
  }

  /** Returns whether the column says itself which mark is the decimal one, or has no marks. */
  boolean settled() {
    return surePoint()
        || sureComma()
        || !(has(NumberMarks.EITHER_POINT) || has(NumberMarks.EITHER_COMMA));
  }
}
