package org.deepcausalmmm.core.forecast;

import java.util.Map;
import java.util.TreeMap;

/**
 * The rolling origins inside the training weeks, with the baseline expected at each.
 *
 * <p>Horizons end with the training weeks: the holdout is never used.
 */
final class RollingOrigins {
  /** The horizon in weeks. */
  static final int HORIZON = 13;

  private static final int STEP = 3;
  private static final int SPAN = 75;
  private static final int LEAST_WEEKS = 26;
  private static final int YEAR_KNOWN = 56;
  private static final int LEAST_HORIZON = 4;

  private final int trainWeeks;
  private final Map<Integer, BaselinePath> paths = new TreeMap<>();

  RollingOrigins(int trainWeeks, BaselinePath.Source baseline) {
    this.trainWeeks = trainWeeks;
    // An origin without a year before it says little about a forecast that has one.
    int least = trainWeeks >= YEAR_KNOWN + HORIZON ? YEAR_KNOWN : LEAST_WEEKS;
    int first = Math.max(least, trainWeeks - LEAST_HORIZON - SPAN);
    for (int origin = trainWeeks - LEAST_HORIZON; origin >= first; origin -= STEP) {
      paths.put(origin, baseline.at(origin));
    }
  }

  /** Returns the origins with their baselines. */
  Map<Integer, BaselinePath> paths() {
    return paths;
  }

  /** Returns the number of weeks ahead of an origin that can be scored. */
  int horizon(int origin) {
    return Math.min(HORIZON, trainWeeks - origin);
  }

  /** Returns the number of non-overlapping horizons, the effective sample size. */
  double blocks() {
    return paths.isEmpty() ? 0 : (trainWeeks - paths.keySet().iterator().next()) / (double) HORIZON;
  }
}
