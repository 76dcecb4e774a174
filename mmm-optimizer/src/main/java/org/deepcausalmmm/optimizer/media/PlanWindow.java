package org.deepcausalmmm.optimizer.media;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;

/** The weeks that are planned, from the text that a user writes. */
public final class PlanWindow {
  private static final long TEN_YEARS = 520;

  private PlanWindow() {}

  /** Returns the quarter after the data: 13 weeks, or 3 months. */
  public static FutureWeeks next(Weeks history) {
    return new FutureWeeks(history.count(), history.period().wholePerYear() / 4);
  }

  /**
   * Returns the weeks of {@code FROM..TO}: those that begin on these days or between them.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-USAGE-310 if the text is no window, 311 if no
   *     week begins in it, 312 if it leaves no history, 315 if it lies or reaches more than ten
   *     years ahead
   */
  public static FutureWeeks parse(String text, Weeks history) {
    String[] ends = text.split("\\.\\.", -1);
    if (ends.length != 2) {
      throw bad(text, history);
    }
    long first;
    long last;
    try {
      LocalDate date = history.firstDate();
      if (date == null) {
        first = Long.parseLong(ends[0].trim()) - history.firstNumber();
        last = Long.parseLong(ends[1].trim()) - history.firstNumber();
      } else if (history.period() == Period.MONTH) {
        first = months(date, ends[0], true);
        last = months(date, ends[1], false);
      } else {
        first = -Math.floorDiv(-days(date, ends[0]), 7);
        last = Math.floorDiv(days(date, ends[1]), 7);
      }
    } catch (NumberFormatException | DateTimeException e) {
      throw bad(text, history);
    }
    String end = history.label(history.count() - 1);
    if (last < first) {
      throw OptimizerErrors.emptyWindow(text, end);
    }
    if (last - first >= TEN_YEARS) {
      throw OptimizerErrors.longWindow(text, last - first + 1, TEN_YEARS);
    }
    if (first < 1) {
      throw OptimizerErrors.beforeHistory(text, history.label(0), end);
    }
    if (first > history.count() + TEN_YEARS) {
      throw OptimizerErrors.farWindow(text, end);
    }
    return new FutureWeeks((int) first, (int) (last - first + 1));
  }

  /** Returns the month that begins on or after a date, or the one that holds it. */
  private static long months(LocalDate from, String to, boolean next) {
    LocalDate date = LocalDate.parse(to.trim());
    long months = Period.MONTH.between(from, date.withDayOfMonth(1));
    return next && date.getDayOfMonth() > 1 ? months + 1 : months;
  }

  private static long days(LocalDate from, String to) {
    return ChronoUnit.DAYS.between(from, LocalDate.parse(to.trim()));
  }

  private static org.deepcausalmmm.api.MmmException bad(String text, Weeks history) {
    FutureWeeks next = next(history);
    return OptimizerErrors.badWindow(
        text, next.label(history, 0) + ".." + next.label(history, next.count() - 1));
  }
}
