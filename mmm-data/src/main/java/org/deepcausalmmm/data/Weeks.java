package org.deepcausalmmm.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of weeks, dated or numbered, or of months.
 *
 * @param firstDate the first week's date; null if the weeks are numbered
 * @param firstNumber the first week's number, if they are numbered
 * @param count how many weeks
 * @param period whether they are weeks or months
 */
public record Weeks(@Nullable LocalDate firstDate, int firstNumber, int count, Period period) {

  /** Creates a run of weeks. */
  public Weeks(@Nullable LocalDate firstDate, int firstNumber, int count) {
    this(firstDate, firstNumber, count, Period.WEEK);
  }

  /** Returns weeks that begin with a date. */
  public static Weeks from(LocalDate first, int count) {
    return new Weeks(first, 0, count);
  }

  /** Returns weeks that begin with a number. */
  public static Weeks from(int first, int count) {
    return new Weeks(null, first, count);
  }

  /** Returns months that begin with a date, the first day of a month. */
  public static Weeks months(LocalDate first, int count) {
    return new Weeks(first, 0, count, Period.MONTH);
  }

  /** Returns a week as the data name it: an ISO date or a number. */
  public String label(int week) {
    return firstDate == null
        ? Integer.toString(firstNumber + week)
        : period.plus(firstDate, week).toString();
  }

  /** Returns all labels in order. */
  public List<String> labels() {
    List<String> labels = new ArrayList<>(count);
    for (int t = 0; t < count; t++) {
      labels.add(label(t));
    }
    return labels;
  }

  /** Returns the position of a week in the year, in radians; weeks past the end continue. */
  public double yearAngle(int week) {
    double elapsed =
        firstDate == null
            ? firstNumber + week
            : ChronoUnit.DAYS.between(LocalDate.of(2000, 1, 1), period.plus(firstDate, week)) / 7.0;
    return 2 * Math.PI * elapsed / Period.WEEK.perYear();
  }

  /** Returns a copy followed by more weeks, or cut. */
  public Weeks withCount(int newCount) {
    return new Weeks(firstDate, firstNumber, newCount, period);
  }
}
