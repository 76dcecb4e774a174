package org.deepcausalmmm.core.fit;

import java.util.function.IntPredicate;
import org.deepcausalmmm.core.numeric.Grid;

/**
 * The limit of robust weights: an observation may be an outlier, a season may not.
 *
 * <p>Residuals of one sign that would lose their weight in several consecutive weeks are no errors
 * of single observations but a state of the region, or of most regions. Their weight is restored,
 * so that the random walk, the regions' states and shifts of the level have to explain them.
 */
final class WeightRuns {
  /** Weeks in a row: three outliers of one sign by chance come once in some thousand years. */
  private static final int LEAST_WEEKS = 3;

  /** Weight below which an observation counts as an outlier; that of a normal one is 1. */
  private static final double LOW = 0.5;

  private static final double MOST_REGIONS = 0.5;
  private static final int LEAST_REGIONS = 4;

  private final double[][] z;
  private final double[][] weight;
  private final boolean[][] counted;

  /**
   * Prepares the search.
   *
   * @param z standardised residuals of the counted cells, by region, then week
   * @param weight their weights, before normalisation
   * @param counted [region][week]
   */
  private WeightRuns(double[] z, double[] weight, boolean[][] counted) {
    Grid grid = new Grid(counted.length, counted[0].length);
    this.counted = counted;
    this.z = spread(z, counted, grid);
    this.weight = spread(weight, counted, grid);
  }

  private static double[][] spread(double[] values, boolean[][] counted, Grid grid) {
    double[][] cells = new double[grid.regions()][grid.weeks()];
    int at = 0;
    for (int r = 0; r < cells.length; r++) {
      for (int t = 0; t < cells[r].length; t++) {
        cells[r][t] = counted[r][t] ? values[at++] : 0;
      }
    }
    return cells;
  }

  /** Returns the weights, by region, then week, with those of runs restored to 1. */
  static double[] restored(double[] z, double[] weight, boolean[][] counted) {
    WeightRuns runs = new WeightRuns(z, weight, counted);
    double[] result = weight.clone();
    int weeks = counted[0].length;
    for (int sign : new int[] {-1, 1}) {
      boolean[] shared = run(weeks, t -> runs.mostRegions(t, sign));
      int at = 0;
      for (int r = 0; r < counted.length; r++) {
        int region = r;
        boolean[] own = run(weeks, t -> runs.low(region, t, sign));
        for (int t = 0; t < weeks; t++) {
          if (counted[r][t]) {
            result[at] = own[t] || shared[t] ? 1 : result[at];
            at++;
          }
        }
      }
    }
    return result;
  }

  private boolean low(int region, int week, int sign) {
    return counted[region][week]
        && weight[region][week] < LOW
        && Math.signum(z[region][week]) == sign;
  }

  private boolean mostRegions(int week, int sign) {
    int low = 0;
    int all = 0;
    for (int r = 0; r < counted.length; r++) {
      low += low(r, week, sign) ? 1 : 0;
      all += counted[r][week] ? 1 : 0;
    }
    return all >= LEAST_REGIONS && low > MOST_REGIONS * all;
  }

  /** Returns which weeks belong to a run of weeks that are all in a set. */
  private static boolean[] run(int weeks, IntPredicate in) {
    boolean[] run = new boolean[weeks];
    int from = 0;
    for (int t = 0; t <= weeks; t++) {
      if (t == weeks || !in.test(t)) {
        for (int s = from; s < t && t - from >= LEAST_WEEKS; s++) {
          run[s] = true;
        }
        from = t + 1;
      }
    }
    return run;
  }
}
