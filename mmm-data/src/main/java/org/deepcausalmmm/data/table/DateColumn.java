package org.deepcausalmmm.data.table;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The evidence that the cells of one column give of the form of its dates. */
final class DateColumn {
  private static final int MOST_DATES = 200_000;

  private final Set<DateForm> possible = EnumSet.allOf(DateForm.class);
  private final Map<DateForm, TreeSet<LocalDate>> dates = new EnumMap<>(DateForm.class);
  private int cells;
  private String first = "";
  private String telling = "";

  /** Takes a cell that is not empty and stands there some times. */
  void add(String cell, int times) {
    cells += times;
    first = first.isEmpty() ? cell : first;
    if (possible.isEmpty()) {
      return;
    }
    if (isDecimal(cell)) {
      possible.removeIf(form -> form != DateForm.EXCEL);
    }
    String text = DateForm.dateOnly(cell);
    if (telling.isEmpty() && ambiguous()) {
      LocalDate day = DateForm.DAY_FIRST.parse(text);
      telling = day == null || day.equals(DateForm.MONTH_FIRST.parse(text)) ? "" : cell;
    }
    possible.removeIf(
        form -> {
          LocalDate date = form.parse(text);
          TreeSet<LocalDate> seen = dates.computeIfAbsent(form, f -> new TreeSet<>());
          if (date != null && seen.size() < MOST_DATES) {
            seen.add(date);
          }
          return date == null;
        });
  }

  /** Returns whether a cell is a number with a point and no date, which most numbers are. */
  private static boolean isDecimal(String cell) {
    return NumberToken.isSimple(cell) && cell.indexOf('.') > 0 && !cell.endsWith(".0");
  }

  /** Returns the first cell. */
  String first() {
    return first;
  }

  /** Returns the first cell that the orders of day and month read differently; else the first. */
  String telling() {
    return telling.isEmpty() ? first : telling;
  }

  /** Returns the forms that fit every cell. */
  Set<DateForm> possible() {
    return cells == 0 ? Set.of() : possible;
  }

  /**
   * Returns the form of the column: the only one that fits, or the only one that gives dates a day,
   * a week or a month apart; null if none fits, or several do equally well.
   */
  @Nullable DateForm form() {
    List<DateForm> candidates = new ArrayList<>(possible());
    candidates.removeIf(f -> f.numeric() && !regular(f));
    if (candidates.size() <= 1) {
      return candidates.isEmpty() ? null : candidates.get(0);
    }
    List<DateForm> regular = candidates.stream().filter(this::regular).toList();
    if (regular.size() == 1) {
      return regular.get(0);
    }
    return regular.isEmpty() && !ambiguous() ? candidates.get(0) : null;
  }

  /** Returns whether both orders of day and month fit every cell. */
  boolean ambiguous() {
    return possible().contains(DateForm.DAY_FIRST) && possible().contains(DateForm.MONTH_FIRST);
  }

  /**
   * Returns whether the dates are at least three, and days, weeks or months apart with few gaps.
   */
  private boolean regular(DateForm form) {
    TreeSet<LocalDate> seen = dates.getOrDefault(form, new TreeSet<>());
    if (seen.size() < 3) {
      return false;
    }
    long span = ChronoUnit.DAYS.between(seen.first(), seen.last());
    return switch (DateSteps.of(seen)) {
      case DAYS, MONTHS -> true;
      case WEEKS -> span <= 14L * seen.size();
      case IRREGULAR -> false;
    };
  }
}
