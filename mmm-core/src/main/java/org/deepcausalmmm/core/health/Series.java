package org.deepcausalmmm.core.health;

import java.util.Arrays;
import org.deepcausalmmm.core.data.Weeks;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Computes with series of weeks; NaN stands for a week that is unknown. */
final class Series {
  private static final int HARMONICS = 3;

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

  /** Takes level, trend and the seasons of the year out by least squares. */
  static double[] withoutSeason(double[] x, Weeks weeks) {
    int columns = 2 + (x.length >= 40 ? 2 * HARMONICS : 0);
    DMatrixRMaj design = new DMatrixRMaj(x.length, columns);
    DMatrixRMaj known = new DMatrixRMaj(x.length, 1);
    for (int t = 0; t < x.length; t++) {
      boolean seen = !Double.isNaN(x[t]);
      known.set(t, 0, seen ? x[t] : 0);
      for (int k = 0; k < columns; k++) {
        design.set(t, k, seen ? column(k, t, x.length, weeks) : 0);
      }
    }
    DMatrixRMaj square = new DMatrixRMaj(columns, columns);
    CommonOps_DDRM.multInner(design, square);
    for (int k = 0; k < columns; k++) {
      square.add(k, k, 1e-9);
    }
    DMatrixRMaj right = new DMatrixRMaj(columns, 1);
    CommonOps_DDRM.multTransA(design, known, right);
    DMatrixRMaj solution = new DMatrixRMaj(columns, 1);
    CommonOps_DDRM.solve(square, right, solution);
    double[] rest = x.clone();
    for (int t = 0; t < rest.length; t++) {
      for (int k = 0; k < columns; k++) {
        rest[t] -= column(k, t, x.length, weeks) * solution.get(k);
      }
    }
    return rest;
  }

  private static double column(int k, int week, int length, Weeks weeks) {
    if (k < 2) {
      return k == 0 ? 1 : (double) week / length - 0.5;
    }
    double angle = (k / 2) * weeks.yearAngle(week);
    return k % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
  }
}
