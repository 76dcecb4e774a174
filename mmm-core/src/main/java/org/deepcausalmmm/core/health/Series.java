package org.deepcausalmmm.core.health;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.deepcausalmmm.data.Weeks;

/** Statistics of weekly series; NaN stands for a missing week. */
final class Series {
  private static final int LEAST_BESIDE = 4;

  private Series() {}

  static double correlation(double[] x, double[] y) {
    double[] both = new double[x.length];
    Arrays.setAll(both, t -> x[t] * y[t]);
    double meanX = mean(x, both);
    double meanY = mean(y, both);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int t = 0; t < x.length; t++) {
      if (!Double.isNaN(both[t])) {
        xy += (x[t] - meanX) * (y[t] - meanY);
        xx += (x[t] - meanX) * (x[t] - meanX);
        yy += (y[t] - meanY) * (y[t] - meanY);
      }
    }
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
  }

  private static double mean(double[] x, double[] known) {
    double sum = 0;
    int count = 0;
    for (int t = 0; t < x.length; t++) {
      if (!Double.isNaN(known[t])) {
        sum += x[t];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  static double sd(double[] x) {
    double mean = mean(x, x);
    return Math.sqrt(
        Arrays.stream(x)
            .filter(v -> !Double.isNaN(v))
            .map(v -> (v - mean) * (v - mean))
            .average()
            .orElse(0));
  }

  static double median(double[] x) {
    double[] sorted = Arrays.stream(x).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
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
