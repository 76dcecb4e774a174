package org.deepcausalmmm.core.forecast;

import java.util.Arrays;

/**
 * The terms of a forecast at an origin: a level and changes against it, which are summed with
 * weights.
 *
 * <p>The level is the exponentially weighted mean of a region's last observations, with outliers
 * down-weighted as in the fit. Every change is taken against the same weighted mean of its own
 * series: with weights of 1 the sum is the structural forecast, with weights of 0 it is simple
 * exponential smoothing.
 */
final class Terms {
  /** Media contribution, against its recent mean. */
  static final int MEDIA = 0;

  /** Seasonality, trend and controls, against their recent mean. */
  static final int SHARED = 1;

  /** The model's own level, random walk and AR(1) state, against the level. */
  static final int STATE = 2;

  /** The national outcome a year before, against its mean before that. */
  static final int YEAR = 3;

  static final int COUNT = 4;
  private static final int LEAST_WEEKS_BEFORE = 4;
  private static final double NEGLIGIBLE = 1e-6;

  private final double[] level;
  private final double[][][] change;

  private Terms(double[] level, double[][][] change) {
    this.level = level;
    this.change = change;
  }

  /**
   * Returns the terms at an origin.
   *
   * @param national the history's national outcome; weeks from the origin on are ignored
   * @param horizon number of weeks from the origin on
   * @param decay weight of an observation over that of the next, from 0 (last value) below 1
   */
  static Terms of(
      History history,
      double[] national,
      BaselinePath path,
      int origin,
      int horizon,
      double decay) {
    double[] year = year(national, origin, horizon, decay, history.period().wholePerYear());
    double[] level = new double[history.regions()];
    double[][][] change = new double[level.length][horizon][COUNT];
    for (int r = 0; r < level.length; r++) {
      double[] observationWeight = history.observationWeight()[r];
      double[] media = history.media()[r];
      double[] shared = path.shared()[r];
      level[r] = recent(history.outcome()[r], observationWeight, origin, decay);
      double recentMedia = recent(media, observationWeight, origin, decay);
      double recentShared = recent(shared, observationWeight, origin, decay);
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

  /**
   * Returns the exponentially weighted mean of a series over the weeks observed before an origin.
   */
  private static double recent(
      double[] series, double[] observationWeight, int origin, double decay) {
    double sum = 0;
    double total = 0;
    double weight = 1;
    for (int t = origin - 1; t >= 0 && weight > NEGLIGIBLE; t--) {
      if (observationWeight[t] > 0) {
        sum += weight * observationWeight[t] * series[t];
        total += weight * observationWeight[t];
        weight *= 1 - observationWeight[t] * (1 - decay);
      }
    }
    return sum / total;
  }

  private static double[] year(
      double[] national, int origin, int horizon, double decay, int weeksInYear) {
    double[] change = new double[horizon];
    int before = origin - weeksInYear;
    if (before < LEAST_WEEKS_BEFORE) {
      return change;
    }
    double[] observationWeight = new double[before];
    Arrays.fill(observationWeight, 1);
    double recent = recent(national, observationWeight, before, decay);
    for (int h = 0; h < horizon; h++) {
      change[h] = national[before + h % weeksInYear] - recent;
    }
    return change;
  }

  /** Returns the level of a region; NaN if nothing was observed before the origin. */
  double level(int region) {
    return level[region];
  }

  /** Returns the changes of a region in a week from the origin on: [term]. */
  double[] change(int region, int horizon) {
    return change[region][horizon];
  }
}
