package org.deepcausalmmm.data.roles;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.deepcausalmmm.data.table.NumberText;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;

/**
 * The facts that the cells of a column tell of its role.
 *
 * @param kind what the cells hold
 * @param known how many cells are not empty
 * @param distinct how many different cells there are, at most {@value #MOST_DISTINCT}
 * @param least the smallest number; NaN if there is none
 * @param most the largest number; NaN if there is none
 * @param whole whether all numbers are whole
 */
record ColumnProfile(Kind kind, int known, int distinct, double least, double most, boolean whole) {
  static final int MOST_DISTINCT = 1000;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** What the cells of a column hold. */
  enum Kind {
    NUMBER,
    DATE,
    TEXT,
    EMPTY
  }

  /** Returns the profile of a column. */
  static ColumnProfile of(Table table, int column) {
    Set<String> distinct = new HashSet<>();
    int known = 0;
    int numbers = 0;
    int dates = 0;
    double least = Double.NaN;
    double most = Double.NaN;
    boolean whole = true;
    for (Row row : table.rows()) {
      String cell = row.cells().get(column);
      if (NumberText.isEmpty(cell)) {
        continue;
      }
      known++;
      if (distinct.size() < MOST_DISTINCT) {
        distinct.add(cell);
      }
      if (NumberText.isPlain(cell)) {
        double value = Double.parseDouble(cell);
        numbers++;
        least = Double.isNaN(least) ? value : Math.min(least, value);
        most = Double.isNaN(most) ? value : Math.max(most, value);
        whole &= value == Math.rint(value);
      } else if (DATE.matcher(cell).matches()) {
        dates++;
      }
    }
    boolean unreadable = table.unreadable().containsKey(table.header().get(column));
    Kind kind =
        known == 0
            ? Kind.EMPTY
            : dates == known
                ? Kind.DATE
                : 2 * numbers >= known || unreadable ? Kind.NUMBER : Kind.TEXT;
    return new ColumnProfile(kind, known, distinct.size(), least, most, whole && numbers > 0);
  }

  boolean number() {
    return kind == Kind.NUMBER;
  }

  boolean date() {
    return kind == Kind.DATE;
  }

  boolean text() {
    return kind == Kind.TEXT;
  }

  /** Returns whether the numbers are 0 and 1 and nothing else. */
  boolean flag() {
    return number() && whole && least >= 0 && most <= 1;
  }

  /** Returns whether the numbers may be amounts: none is negative, and they differ. */
  boolean amount() {
    return number() && !(least < 0) && distinct > 1 && !flag();
  }

  /** Returns whether all numbers are whole and lie between two bounds. */
  boolean between(int from, int to) {
    return number() && whole && least >= from && most <= to;
  }
}
