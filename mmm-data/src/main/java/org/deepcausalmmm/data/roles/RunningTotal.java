package org.deepcausalmmm.data.roles;

import java.util.Arrays;

/**
 * The shape of a running total: it never falls, or falls only where it begins anew, as a total of
 * the year to date does. Amounts of single weeks fall about every second week.
 */
final class RunningTotal {
  private static final int LEAST_WEEKS = 20;
  private static final int LEAST_DIFFERENT = 10;

  /** A new beginning lies below this share of what was reached. */
  private static final double ANEW = 0.2;

  /** A year has about as many weeks. */
  private static final int WEEKS_APART = 40;

  /** Beside new beginnings, as many steps must rise. */
  private static final double RISES = 0.6;

  private RunningTotal() {}

  /** Returns whether the amounts of successive weeks have the shape of a running total. */
  static boolean fits(double[] amounts) {
    if (amounts.length < LEAST_WEEKS
        || Arrays.stream(amounts).distinct().count() < LEAST_DIFFERENT) {
      return false;
    }
    int rises = 0;
    int beginnings = 0;
    for (int t = 1; t < amounts.length; t++) {
      if (amounts[t] < amounts[t - 1]) {
        if (amounts[t] > ANEW * amounts[t - 1]) {
          return false;
        }
        beginnings++;
      }
      rises += amounts[t] > amounts[t - 1] ? 1 : 0;
    }
    return beginnings == 0
        || (beginnings <= 1 + amounts.length / WEEKS_APART && rises >= RISES * amounts.length);
  }
}
