package org.deepcausalmmm.core.health;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.numeric.Statistics;

/**
 * The weeks in which a weekly series leaves the weeks around it for a single week, as at a holiday.
 *
 * @param height [week]: by how much the series leaves the median of the weeks around it; 0 where it
 *     does not, NaN for a missing week or one at an end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Spikes(double[] height) {
  private static final int AROUND = 3;
  private static final double LEAST = 5;
  private static final double NORMAL_MAD = 1.4826;

  /** Weeks by which a holiday that moves with the calendar moves: Easter by almost five. */
  private static final int MOVES = 4;

  /** Returns the spikes of a series, NaN for a missing week. */
  static Spikes of(double[] x) {
    double[] height = IntStream.range(0, x.length).mapToDouble(t -> height(x, t)).toArray();
    double[] sizes =
        IntStream.range(1, x.length)
            .mapToDouble(t -> Math.abs(x[t] - x[t - 1]))
            .filter(change -> !Double.isNaN(change))
            .toArray();
    double limit = sizes.length == 0 ? Double.NaN : LEAST * NORMAL_MAD * Statistics.median(sizes);
    return new Spikes(
        Arrays.stream(height).map(h -> Double.isNaN(h) || Math.abs(h) > limit ? h : 0).toArray());
  }

  /** Returns the distance to the nearer of the levels before and after; 0 between the two. */
  private static double height(double[] x, int week) {
    double before = x[week] - level(x, week - AROUND, week - 1);
    double after = x[week] - level(x, week + 1, week + AROUND);
    if (Double.isNaN(before) || Double.isNaN(after)) {
      return Double.NaN;
    }
    return before * after <= 0
        ? 0
        : Math.signum(before) * Math.min(Math.abs(before), Math.abs(after));
  }

  private static double level(double[] x, int from, int to) {
    double[] known =
        IntStream.rangeClosed(Math.max(0, from), Math.min(x.length - 1, to))
            .mapToDouble(t -> x[t])
            .filter(value -> !Double.isNaN(value))
            .toArray();
    return known.length == 0 ? Double.NaN : Statistics.median(known);
  }

  /** Returns a series without the spikes. */
  double[] removedFrom(double[] x) {
    return IntStream.range(0, x.length)
        .mapToDouble(t -> Double.isNaN(height[t]) ? x[t] : x[t] - height[t])
        .toArray();
  }

  /**
   * Returns the weeks of the spikes that come again, with the same sign, about a year before or
   * after.
   *
   * @param year number of periods in a year
   */
  List<Integer> recurring(int year) {
    return IntStream.range(0, height.length)
        .filter(t -> again(t, year) || again(t, -year))
        .boxed()
        .toList();
  }

  private boolean again(int week, int year) {
    int moves = Math.max(1, MOVES * Math.abs(year) / 52);
    return height[week] != 0
        && IntStream.rangeClosed(week + year - moves, week + year + moves)
            .filter(t -> t >= 0 && t < height.length)
            .anyMatch(t -> height[week] * height[t] > 0);
  }
}
