package org.deepcausalmmm.core.health;

import org.deepcausalmmm.data.Weeks;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The least-squares fit of a level, a trend, yearly seasonality and one level shift to a series;
 * NaN stands for a missing week.
 */
final class SeasonFit {
  private static final int HARMONICS = 3;
  private static final int LEAST_WEEKS_FOR_SEASONS = 40;
  private static final double RIDGE = 1e-9;

  private final double[] x;
  private final Weeks weeks;
  private final int jump;
  private final int columns;
  private final DMatrixRMaj solution;

  /**
   * Fits a series.
   *
   * @param jump the first week at the other level; the number of weeks for none
   */
  SeasonFit(double[] x, Weeks weeks, int jump) {
    this.x = x.clone();
    this.weeks = weeks;
    this.jump = jump;
    columns = 3 + (x.length >= LEAST_WEEKS_FOR_SEASONS ? 2 * HARMONICS : 0);
    solution = solve();
  }

  private DMatrixRMaj solve() {
    DMatrixRMaj design = new DMatrixRMaj(x.length, columns);
    DMatrixRMaj known = new DMatrixRMaj(x.length, 1);
    for (int t = 0; t < x.length; t++) {
      boolean seen = !Double.isNaN(x[t]);
      known.set(t, 0, seen ? x[t] : 0);
      for (int k = 0; k < columns; k++) {
        design.set(t, k, seen ? column(k, t) : 0);
      }
    }
    DMatrixRMaj square = new DMatrixRMaj(columns, columns);
    CommonOps_DDRM.multInner(design, square);
    for (int k = 0; k < columns; k++) {
      square.add(k, k, RIDGE);
    }
    DMatrixRMaj right = new DMatrixRMaj(columns, 1);
    CommonOps_DDRM.multTransA(design, known, right);
    DMatrixRMaj found = new DMatrixRMaj(columns, 1);
    CommonOps_DDRM.solve(square, right, found);
    return found;
  }

  /** Returns the series less level, trend and seasonality; the level shift remains. */
  double[] rest() {
    double[] rest = x.clone();
    for (int t = 0; t < rest.length; t++) {
      for (int k = 1; k < columns; k++) {
        rest[t] -= column(k, t) * solution.get(k);
      }
    }
    return rest;
  }

  /** Returns the residual sum of squares, the level shift taken out too. */
  double squares() {
    double[] rest = rest();
    double sum = 0;
    for (int t = 0; t < rest.length; t++) {
      double remainder = rest[t] - column(0, t) * solution.get(0);
      sum += Double.isNaN(remainder) ? 0 : remainder * remainder;
    }
    return sum;
  }

  private double column(int k, int week) {
    if (k < 3) {
      return k == 0 ? (week < jump ? 0 : 1) : k == 1 ? 1 : (double) week / x.length - 0.5;
    }
    double angle = ((k - 1) / 2) * weeks.yearAngle(week);
    return k % 2 == 0 ? Math.cos(angle) : Math.sin(angle);
  }
}
