package org.deepcausalmmm.core.forecast;

import java.util.Arrays;

/**
 * Splits a forecast at an origin into a level and changes against it, which weights then add up.
 *
 * <p>The level is the exponentially weighted mean of a region's last observations, in which an
 * outlier counts as little as it did in the fit; every change is measured against the same weighted
 * mean of its own series, so that with full weights the sum is the structural forecast, and with
 * none it is simple exponential smoothing.
 */
final class Terms {
  /** What media bring, against what they brought lately. */
  static final int MEDIA = 0;

  /** Season, trend and controls, against lately. */
  static final int SHARED = 1;

  /** How far the model's own level, walk and state lie from the level. */
  static final int STATE = 2;

  /** What all regions together did a year before, against the weeks before that. */
  static final int YEAR = 3;

  static final int COUNT = 4;
  private static final int WEEKS_IN_YEAR = 52;
  private static final int LEAST_WEEKS_BEFORE = 4;
  private static final double NEGLIGIBLE = 1e-6;

  private final double[] level;
  private final double[][][] change;

  private Terms(double[] level, double[][][] change) {
    this.level = level;
    this.change = change;
  }

  /**
   * Computes the terms.
   *
   * @param national the history's national outcome; weeks from the origin on are not looked at
   * @param horizon how many weeks from the origin on
   * @param decay weight of an observation over that of the next, from 0 (last value) below 1
   */
  static Terms of(
      History history,
      double[] national,
      BaselinePath path,
      int origin,
      int horizon,
      double decay) {
    double[] year = year(national, origin, horizon, decay);
    double[] level = new double[history.regions()];
    double[][][] change = new double[level.length][horizon][COUNT];
    for (int r = 0; r < level.length; r++) {
      double[] trust = history.trust()[r];
      double[] media = history.media()[r];
      double[] shared = path.shared()[r];
      level[r] = recent(history.outcome()[r], trust, origin, decay);
      double recentMedia = recent(media, trust, origin, decay);
      double recentShared = recent(shared, trust, origin, decay);
      for (int h = 0; h < horizon; h++) {
        int t = origin + h;
        double[] row = change[r][h];
        row[MEDIA] = media[t] - recentMedia;
        row[SHARED] = shared[t] - recentShared;
        row[STATE] = media[t] + path.total()[r][t] - level[r] - row[MEDIA] - row[SHARED];
        row[YEAR] = year[h];
      }
    }
    return new Terms(level, change);
  }

  /** Averages a series over the weeks observed before an origin, later weeks weighing more. */
  private static double recent(double[] series, double[] trust, int origin, double decay) {
    double sum = 0;
    double total = 0;
    double weight = 1;
    for (int t = origin - 1; t >= 0 && weight > NEGLIGIBLE; t--) {
      if (trust[t] > 0) {
        sum += weight * trust[t] * series[t];
        total += weight * trust[t];
        weight *= 1 - trust[t] * (1 - decay);
      }
    }
    return sum / total;
  }

  private static double[] year(double[] national, int origin, int horizon, double decay) {
    double[] change = new double[horizon];
    int before = origin - WEEKS_IN_YEAR;
    if (before < LEAST_WEEKS_BEFORE) {
      return change;
    }
    double[] trust = new double[before];
    Arrays.fill(trust, 1);
    double recent = recent(national, trust, before, decay);
    for (int h = 0; h < horizon; h++) {
      change[h] = national[before + h % WEEKS_IN_YEAR] - recent;
    }
    return change;
  }

  /** Gives the level of a region; NaN if nothing was observed before the origin. */
  double level(int region) {
    return level[region];
  }

  /** Gives the changes of a region in a week from the origin on: [term]. */
  double[] change(int region, int horizon) {
    return change[region][horizon];
  }
}
