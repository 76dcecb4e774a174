package org.deepcausalmmm.core.planning;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.deepcausalmmm.data.table.TimeNames;

/** The position of a plan's weeks relative to the end of the data. */
final class PlanWeeks {
  private static final int DAYS = 7;
  private static final long TEN_YEARS = 520;

  private final Weeks history;

  PlanWeeks(Weeks history) {
    this.history = history;
  }

  /** Returns the position of a row's week after the data: 0 for the week right after them. */
  int position(Table table, Row row, int column) {
    String text = row.cells().get(column);
    String where = "%s, line %d".formatted(table.source(), row.line());
    boolean last = TimeNames.namesLastDay(table.header().get(column));
    long week = week(last ? firstDay(text) : text, where);
    if (week < history.count()) {
      throw PlanCode.WEEK_PAST.error(
          "%s: the week %s lies inside the data, which end with %s."
              .formatted(where, text, history.label(history.count() - 1)),
          "Plan weeks from %s on.".formatted(history.label(history.count())));
    }
    if (week > history.count() + TEN_YEARS) {
      throw PlanCode.WEEK_FAR.error(
          "%s: the week %s lies more than ten years after the data, which end with %s."
              .formatted(where, text, history.label(history.count() - 1)),
          "Check the year.");
    }
    return (int) (week - history.count());
  }

  /**
   * Returns the first day of a week that is named by its last; as it is if it is a first day of the
   * data's weeks, or no date.
   */
  private String firstDay(String text) {
    LocalDate first = history.firstDate();
    try {
      LocalDate date = LocalDate.parse(text).minusDays(DAYS - 1);
      boolean weekly = first != null && history.period() == Period.WEEK;
      return weekly && ChronoUnit.DAYS.between(first, date) % DAYS == 0 ? date.toString() : text;
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  private long week(String text, String where) {
    LocalDate first = history.firstDate();
    try {
      if (first == null) {
        return Long.parseLong(text) - history.firstNumber();
      }
      if (history.period() == Period.MONTH) {
        return month(first, LocalDate.parse(text), where);
      }
      long days = ChronoUnit.DAYS.between(first, LocalDate.parse(text));
      if (days % DAYS != 0) {
        throw PlanCode.NOT_A_WEEK.error(
            "%s: %s is another day of the week than %s, on which the data's weeks begin."
                .formatted(where, text, first),
            "Use the same day of the week as the data: the next week is %s."
                .formatted(history.label(history.count())));
      }
      return days / DAYS;
    } catch (DateTimeParseException | NumberFormatException e) {
      throw notAWeek(text, where);
    }
  }

  private long month(LocalDate first, LocalDate date, String where) {
    if (date.getDayOfMonth() != 1) {
      throw PlanCode.NOT_A_WEEK.error(
          "%s: %s is not the first day of a month, and the data are monthly."
              .formatted(where, date),
          "Use first days of months: the next is %s.".formatted(history.label(history.count())));
    }
    return Period.MONTH.between(first, date);
  }

  private org.deepcausalmmm.api.MmmException notAWeek(String text, String where) {
    return PlanCode.NOT_A_WEEK.error(
        "%s: '%s' is not written like the weeks of the data.".formatted(where, text),
        "Use the week labels of the data: the next is %s."
            .formatted(history.label(history.count())));
  }

  /**
   * Refuses weeks with a gap, and returns the number of weeks between the data and the first of
   * them.
   */
  int requireNoGap(Table table, Set<Integer> positions) {
    TreeSet<Integer> ordered = new TreeSet<>(positions);
    int first = ordered.isEmpty() ? 0 : ordered.first();
    int expected = first;
    for (int position : ordered) {
      if (position > expected) {
        throw PlanCode.WEEK_MISSING.error(
            "%s has no row for week %s, but rows for later weeks."
                .formatted(table.source(), history.label(history.count() + expected)),
            "Plan every week up to the last; write 0 where nothing is spent.");
      }
      expected++;
    }
    return first;
  }
}
