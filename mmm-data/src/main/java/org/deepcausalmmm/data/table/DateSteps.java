package org.deepcausalmmm.data.table;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SortedSet;

/** How far apart the dates of a series are. */
public enum DateSteps {
  DAYS,
  WEEKS,
  MONTHS,
  /** No common step: the dates miss each other. */
  IRREGULAR;

  /** Half of all steps show what the step of a series is, and as many days may be missing. */
  private static final double MOST = 0.5;

  /**
   * Returns the step of some dates: weeks if all are whole weeks apart, months if all lie on the
   * same day of a month or at its end, days if most are a day apart.
   */
  public static DateSteps of(SortedSet<LocalDate> dates) {
    if (dates.size() < 2) {
      return IRREGULAR;
    }
    int days = 0;
    int weeks = 0;
    int sevens = 0;
    LocalDate previous = null;
    for (LocalDate date : dates) {
      if (previous != null) {
        long gap = ChronoUnit.DAYS.between(previous, date);
        days += gap == 1 ? 1 : 0;
        sevens += gap == 7 ? 1 : 0;
        weeks += gap % 7 == 0 ? 1 : 0;
      }
      previous = date;
    }
    int steps = dates.size() - 1;
    if (weeks == steps && sevens > MOST * steps) {
      return WEEKS;
    }
    if (monthly(dates)) {
      return MONTHS;
    }
    long span = ChronoUnit.DAYS.between(dates.first(), dates.last());
    return days > MOST * steps && span <= 2L * steps ? DAYS : IRREGULAR;
  }

  /** Returns whether no month has two dates, and all are first days, last days or the same day. */
  private static boolean monthly(SortedSet<LocalDate> dates) {
    int steps = 0;
    boolean last = true;
    LocalDate previous = null;
    for (LocalDate date : dates) {
      last &= date.getDayOfMonth() == date.lengthOfMonth();
      if (previous != null) {
        long months = ChronoUnit.MONTHS.between(previous.withDayOfMonth(1), date.withDayOfMonth(1));
        if (months < 1) {
          return false;
        }
        steps += months == 1 ? 1 : 0;
      }
      previous = date;
    }
    int day = dates.first().getDayOfMonth();
    boolean same = dates.stream().allMatch(d -> d.getDayOfMonth() == day);
    return (same || last) && steps > MOST * (dates.size() - 1);
  }
}
