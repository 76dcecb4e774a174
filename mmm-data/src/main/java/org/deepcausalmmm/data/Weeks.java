package org.deepcausalmmm.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of weeks, either dated or numbered.
 *
 * @param firstDate the first week's date; null if the weeks are numbered
 * @param firstNumber the first week's number, if they are numbered
 * @param count how many weeks
 */
public record Weeks(@Nullable LocalDate firstDate, int firstNumber, int count) {
  private static final double WEEKS_PER_YEAR = 365.25 / 7;

  /** Returns weeks that begin with a date. */
  public static Weeks from(LocalDate first, int count) {
    return new Weeks(first, 0, count);
  }

  /** Returns weeks that begin with a number. */
  public static Weeks from(int first, int count) {
    return new Weeks(null, first, count);
  }

  /** Returns a week as the data name it: an ISO date or a number. */
  public String label(int week) {
    return firstDate == null
        ? Integer.toString(firstNumber + week)
        : firstDate.plusWeeks(week).toString();
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
            : ChronoUnit.DAYS.between(LocalDate.of(2000, 1, 1), firstDate.plusWeeks(week)) / 7.0;
    return 2 * Math.PI * elapsed / WEEKS_PER_YEAR;
  }

  /** Returns a copy weeks followed by more of them, or cut. */
  public Weeks withCount(int newCount) {
    return new Weeks(firstDate, firstNumber, newCount);
  }
}
