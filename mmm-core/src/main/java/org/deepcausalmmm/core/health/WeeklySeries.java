package org.deepcausalmmm.core.health;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.numeric.Statistics;
import org.deepcausalmmm.data.Weeks;

/** Statistics of weekly series; NaN stands for a missing week. */
final class WeeklySeries {
  private static final int LEAST_BESIDE = 4;
  private static final int WEEKS_AROUND_SHIFT = 6;

  private WeeklySeries() {}

  /** Returns the correlation over the weeks that both know; 0 if either is constant. */
  static double correlation(double[] x, double[] y) {
    double correlation = Statistics.correlation(x, y);
    return Double.isNaN(correlation) ? 0 : correlation;
  }

  /** Returns the standard deviation of the known weeks; 0 if there are none. */
  static double sd(double[] x) {
    double mean = known(x).average().orElse(0);
    return Math.sqrt(known(x).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  private static DoubleStream known(double[] x) {
    return Arrays.stream(x).filter(v -> !Double.isNaN(v));
  }

  /**
   * Returns a series with known shifts of its level taken out, each by the medians of the weeks
   * around it.
   *
   * @param shifts first weeks of another level, ascending
   */
  static double[] withoutShifts(double[] x, List<Integer> shifts) {
    double[] level = x.clone();
    for (int i = 0; i < shifts.size(); i++) {
      int week = shifts.get(i);
      int from = Math.max(i == 0 ? 0 : shifts.get(i - 1), week - WEEKS_AROUND_SHIFT);
      int to =
          Math.min(
              i == shifts.size() - 1 ? x.length : shifts.get(i + 1), week + WEEKS_AROUND_SHIFT);
      double shift = median(level, week, to) - median(level, from, week);
      for (int t = week; t < level.length && !Double.isNaN(shift); t++) {
        level[t] -= shift;
      }
    }
    return level;
  }

  private static double median(double[] x, int from, int to) {
    return Statistics.median(
        Arrays.stream(x, from, to).filter(value -> !Double.isNaN(value)).toArray());
  }

  /** Returns a series less trend and seasonality, by least squares. */
  static double[] withoutSeason(double[] x, Weeks weeks) {
    return new SeasonFit(x, weeks, x.length).rest();
  }

  /**
   * Returns a series less trend and seasonality, fitted together with the one level shift that
   * reduces the residual sum of squares most, so that trend and seasonality do not absorb it.
   */
  static double[] withoutSeasonAroundJump(double[] x, Weeks weeks) {
    return IntStream.range(LEAST_BESIDE, x.length - LEAST_BESIDE)
        .mapToObj(week -> new SeasonFit(x, weeks, week))
        .min(Comparator.comparingDouble(SeasonFit::squares))
        .orElseGet(() -> new SeasonFit(x, weeks, x.length))
        .rest();
  }
}
