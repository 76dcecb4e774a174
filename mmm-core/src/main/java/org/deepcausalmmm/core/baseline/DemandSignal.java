package org.deepcausalmmm.core.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Reads from what was spent what planners expected to sell, so that it is not credited to media.
 *
 * <p>Who expects much to be sold in a region spends more there. With z the logarithm of a channel's
 * spend, less what is common to the week and to the region, z(s) = e u(s + lead) + own(s), where u
 * is the region's state of demand, e the elasticity of spend to it, and own an autoregression with
 * noise. Given the spend of all weeks, before and after, u is expected to be e s² R w (to first
 * order in e), where w is z by the inverse covariance of own, moved by the lead, and s² R the
 * covariance of u. Media act after the spend only, but this signal stands on both sides of it: that
 * tells the two apart. Every channel and lead gives a column of the baseline; the elasticities have
 * a common standard deviation, estimated with the other variances, so that spend that follows
 * nothing costs next to nothing.
 */
public final class DemandSignal {
  private static final int[] LEADS = {0, 2, 4};
  private static final int LEAST_REGIONS = 4;
  private static final int LEAST_WEEKS = 5;
  private static final double LEAST_SD = 0.02;
  private static final double ON = 0.05;
  private static final int SWEEPS = 20;

  private final List<double[][]> weighed = new ArrayList<>();

  /**
   * Reads the spend.
   *
   * @param bought [channel][region][week]: spend, or exposure where there is no spend; weeks with
   *     hardly any are weeks in which nothing was planned
   * @param observed [region][week]
   */
  public DemandSignal(List<double[][]> bought, boolean[][] observed) {
    if (observed.length < LEAST_REGIONS) {
      return;
    }
    for (double[][] channel : bought) {
      boolean[][] on = on(channel, observed);
      double[][] particular = particular(channel, on);
      double[] moments = moments(particular, on);
      if (Math.sqrt(moments[0]) >= LEAST_SD) {
        weighed.add(weighed(particular, on, moments));
      }
    }
  }

  /** Gives how many columns there are. */
  int count() {
    return weighed.size() * LEADS.length;
  }

  /**
   * Gives the columns for an elasticity of 1.
   *
   * @param state whose standard deviation and correlation demand has
   * @return [region][week][column], in units of the outcome
   */
  public double[][][] columns(Variances state) {
    int regions = weighed.isEmpty() ? 0 : weighed.get(0).length;
    double variance = state.state() * state.state();
    double[][][] columns = new double[regions][][];
    for (int r = 0; r < regions; r++) {
      columns[r] = new double[weighed.get(0)[r].length][count()];
      for (int k = 0; k < count(); k++) {
        double[] path =
            expected(
                weighed.get(k / LEADS.length)[r], LEADS[k % LEADS.length], state.correlation());
        for (int t = 0; t < path.length; t++) {
          columns[r][t][k] = variance * path[t];
        }
      }
    }
    return columns;
  }

  /** Gives R w for weeks as many as w has, w moved to later weeks by a lead. */
  private static double[] expected(double[] w, int lead, double correlation) {
    int margin = Math.abs(lead);
    double[] moved = new double[w.length + 2 * margin];
    System.arraycopy(w, 0, moved, margin + lead, w.length);
    return Arrays.copyOfRange(
        RegionCovariance.correlate(moved, correlation), margin, margin + w.length);
  }

  private static boolean[][] on(double[][] bought, boolean[][] observed) {
    boolean[][] on = new boolean[observed.length][];
    for (int r = 0; r < on.length; r++) {
      on[r] = new boolean[observed[r].length];
      double[] paid = Arrays.stream(bought[r], 0, on[r].length).filter(x -> x > 0).toArray();
      double usual = Arrays.stream(paid).average().orElse(0);
      int weeks = 0;
      for (int t = 0; t < on[r].length; t++) {
        on[r][t] = observed[r][t] && bought[r][t] > ON * usual;
        weeks += on[r][t] ? 1 : 0;
      }
      if (weeks < LEAST_WEEKS) {
        Arrays.fill(on[r], false);
      }
    }
    return on;
  }

  /** Gives log spend less what weeks and regions have in common; 0 where nothing was planned. */
  private static double[][] particular(double[][] bought, boolean[][] on) {
    double[][] z = new double[on.length][on[0].length];
    for (int r = 0; r < z.length; r++) {
      for (int t = 0; t < z[r].length; t++) {
        z[r][t] = on[r][t] ? Math.log(bought[r][t]) : 0;
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

  /** Takes the mean of what counts from each of it. */
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

  /** Gives the mean of z(t) z(t - lag) for lags 0, 1 and 2; 0 where there is none. */
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

  /** Gives z by the inverse covariance of an autoregression with noise that has its moments. */
  private static double[][] weighed(double[][] z, boolean[][] on, double[] moments) {
    double correlation =
        moments[1] > 0 ? Math.max(0.3, Math.min(0.98, moments[2] / moments[1])) : 0.3;
    double state = Math.max(0, Math.min(0.95 * moments[0], moments[1] / correlation));
    double noise = moments[0] - state;
    Variances own = new Variances(0, Math.sqrt(state), correlation, Math.sqrt(noise));
    double[] level = new double[z[0].length];
    Arrays.fill(level, 1);
    double[][] weighed = new double[z.length][];
    for (int r = 0; r < z.length; r++) {
      double[] precision = new double[z[r].length];
      for (int t = 0; t < precision.length; t++) {
        precision[t] = on[r][t] ? 1 / noise : 0;
      }
      weighed[r] = new RegionCovariance(precision, own, new double[][] {level}).solve(z[r]);
    }
    return weighed;
  }
}
