package org.deepcausalmmm.core.baseline;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * The deviations of the logarithm of a channel's spend from its regions' and weeks' means.
 *
 * <p>They are modelled as an autoregression with noise, both estimated by moments.
 *
 * @param covariance [region]: of the deviations that do not follow demand
 * @param weighed [region][week]: the deviations by the inverse of that covariance
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LocalSpend(RegionCovariance[] covariance, double[][] weighed) {
  private static final int LEAST_WEEKS = 5;
  private static final double LEAST_SD = 0.02;
  private static final double ON = 0.05;
  private static final int SWEEPS = 20;

  /**
   * Measures the deviations of a channel's spend.
   *
   * @param spent [region][week]; weeks with hardly any spend count as weeks without a plan
   * @param observed [region][week]
   * @return empty if all regions spend alike
   */
  static Optional<LocalSpend> of(double[][] spent, boolean[][] observed) {
    boolean[][] on = on(spent, observed);
    double[][] particular = particular(spent, on);
    double[] moments = moments(particular, on);
    return Math.sqrt(moments[0]) < LEAST_SD
        ? Optional.empty()
        : Optional.of(weigh(particular, on, moments));
  }

  private static boolean[][] on(double[][] spent, boolean[][] observed) {
    boolean[][] on = new boolean[observed.length][];
    for (int r = 0; r < on.length; r++) {
      on[r] = new boolean[observed[r].length];
      double[] paid = Arrays.stream(spent[r], 0, on[r].length).filter(x -> x > 0).toArray();
      double usual = Arrays.stream(paid).average().orElse(0);
      int weeks = 0;
      for (int t = 0; t < on[r].length; t++) {
        on[r][t] = observed[r][t] && spent[r][t] > ON * usual;
        weeks += on[r][t] ? 1 : 0;
      }
      if (weeks < LEAST_WEEKS) {
        Arrays.fill(on[r], false);
      }
    }
    return on;
  }

  /** Returns log spend less the means of weeks and regions; 0 in weeks without a plan. */
  private static double[][] particular(double[][] spent, boolean[][] on) {
    double[][] z = new double[on.length][on[0].length];
    for (int r = 0; r < z.length; r++) {
      for (int t = 0; t < z[r].length; t++) {
        z[r][t] = on[r][t] ? Math.log(spent[r][t]) : 0;
      }
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int r = 0; r < z.length; r++) {
        int region = r;
        center(z[0].length, t -> on[region][t], t -> z[region][t], (t, m) -> z[region][t] -= m);
      }
      for (int t = 0; t < z[0].length; t++) {
        int week = t;
        center(z.length, r -> on[r][week], r -> z[r][week], (r, m) -> z[r][week] -= m);
      }
    }
    return z;
  }

  private interface Lowering {
    void lower(int index, double mean);
  }

  /** Subtracts the mean of the counted entries from each of them. */
  private static void center(
      int length, IntPredicate counts, IntToDoubleFunction value, Lowering lowering) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < length; i++) {
      sum += counts.test(i) ? value.applyAsDouble(i) : 0;
      n += counts.test(i) ? 1 : 0;
    }
    for (int i = 0; i < length; i++) {
      if (counts.test(i)) {
        lowering.lower(i, sum / n);
      }
    }
  }

  /** Returns the mean of z(t) z(t - lag) for lags 0, 1 and 2; 0 without a pair. */
  private static double[] moments(double[][] z, boolean[][] on) {
    double[] moments = new double[3];
    for (int lag = 0; lag < moments.length; lag++) {
      double sum = 0;
      int n = 0;
      for (int r = 0; r < z.length; r++) {
        for (int t = lag; t < z[r].length; t++) {
          if (on[r][t] && on[r][t - lag]) {
            sum += z[r][t] * z[r][t - lag];
            n++;
          }
        }
      }
      moments[lag] = n == 0 ? 0 : sum / n;
    }
    return moments;
  }

  private static LocalSpend weigh(double[][] z, boolean[][] on, double[] moments) {
    double correlation =
        moments[1] > 0 ? Math.max(0.3, Math.min(0.98, moments[2] / moments[1])) : 0.3;
    double state = Math.max(0, Math.min(0.95 * moments[0], moments[1] / correlation));
    double noise = moments[0] - state;
    Variances own = new Variances(0, Math.sqrt(state), correlation, Math.sqrt(noise));
    double[] level = new double[z[0].length];
    Arrays.fill(level, 1);
    RegionCovariance[] covariance = new RegionCovariance[z.length];
    double[][] weighed = new double[z.length][];
    for (int r = 0; r < z.length; r++) {
      double[] precision = new double[z[r].length];
      for (int t = 0; t < precision.length; t++) {
        precision[t] = on[r][t] ? 1 / noise : 0;
      }
      covariance[r] = new RegionCovariance(precision, own, new double[][] {level});
      weighed[r] = covariance[r].solve(z[r]);
    }
    return new LocalSpend(covariance, weighed);
  }
}
