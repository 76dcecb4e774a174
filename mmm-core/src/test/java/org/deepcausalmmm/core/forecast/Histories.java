package org.deepcausalmmm.core.forecast;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Makes histories whose future is known. */
final class Histories {
  static final int REGIONS = 12;
  static final int TRAIN = 104;
  static final int HORIZON = 13;

  /** A history with the outcomes after it, and the model's baseline. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Case(History history, BaselinePath.Source baseline, double[][] future) {}

  /** The components of a region's outcome. */
  interface Parts {
    double media(int region, int week);

    double shared(int region, int week);

    /** Returns what neither media nor the shared part explains, noise included. */
    double rest(int region, int week);
  }

  private Histories() {}

  /**
   * Makes a case.
   *
   * @param believedMedia what the model takes for media: the truth, or something else
   */
  static Case of(int regions, Parts parts, Parts believedMedia) {
    int weeks = TRAIN + HORIZON;
    double[][] outcome = new double[regions][TRAIN];
    double[][] observationWeight = new double[regions][TRAIN];
    double[][] media = new double[regions][weeks];
    double[][] shared = new double[regions][weeks];
    double[][] future = new double[regions][HORIZON];
    double[] size = new double[regions];
    for (int r = 0; r < regions; r++) {
      size[r] = 100 * (r + 1);
      Arrays.fill(observationWeight[r], 1);
      for (int t = 0; t < weeks; t++) {
        media[r][t] = believedMedia.media(r, t);
        shared[r][t] = parts.shared(r, t);
        double y = parts.media(r, t) + parts.shared(r, t) + parts.rest(r, t);
        if (t < TRAIN) {
          outcome[r][t] = y;
        } else {
          future[r][t - TRAIN] = y * size[r];
        }
      }
    }
    History history = new History(outcome, observationWeight, media, size);
    return new Case(history, origin -> baseline(history, shared, origin), future);
  }

  /** Knows the shared part, and takes the mean of what is left before the origin for the level. */
  private static BaselinePath baseline(History history, double[][] shared, int origin) {
    double[][] total = new double[shared.length][];
    for (int r = 0; r < shared.length; r++) {
      double level = 0;
      for (int t = 0; t < origin; t++) {
        level += (history.outcome()[r][t] - history.media()[r][t] - shared[r][t]) / origin;
      }
      double own = level;
      total[r] = Arrays.stream(shared[r]).map(s -> s + own).toArray();
    }
    return new BaselinePath(shared, total);
  }

  /** Draws white noise: [region][week]. */
  static double[][] noise(int regions, double sd, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] noise = new double[regions][TRAIN + HORIZON];
    for (double[] row : noise) {
      for (int t = 0; t < row.length; t++) {
        row[t] = sd * random.nextGaussian();
      }
    }
    return noise;
  }

  /** Draws random walks: [region][week]. */
  static double[][] walks(int regions, double sd, long seed) {
    double[][] walks = noise(regions, sd, seed);
    for (double[] row : walks) {
      for (int t = 1; t < row.length; t++) {
        row[t] += row[t - 1];
      }
    }
    return walks;
  }
}
