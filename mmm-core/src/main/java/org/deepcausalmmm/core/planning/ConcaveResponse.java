package org.deepcausalmmm.core.planning;

import java.util.Arrays;

/**
 * A concave, piecewise linear majorant of a response.
 *
 * @param exposure [row][channel][corner], rising; one row if all regions share it
 * @param value [row][channel][corner]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ConcaveResponse(double[][][] exposure, double[][][] value) implements ActingResponse {

  /**
   * Returns the upper hull of a table between two exposures.
   *
   * @param least [row][channel]: the least exposure that is ever read
   * @param most [row][channel]: the largest
   */
  static ConcaveResponse above(SaturationTable table, double[][] least, double[][] most) {
    double[][][] exposure = new double[least.length][][];
    double[][][] value = new double[least.length][][];
    for (int row = 0; row < least.length; row++) {
      int channels = least[row].length;
      exposure[row] = new double[channels][];
      value[row] = new double[channels][];
      for (int c = 0; c < channels; c++) {
        double[][] hull = hull(table.above(row, c, least[row][c], most[row][c]));
        exposure[row][c] = hull[0];
        value[row][c] = hull[1];
      }
    }
    return new ConcaveResponse(exposure, value);
  }

  /** Returns the corners of the upper convex hull of points: [2][corner]. */
  private static double[][] hull(double[][] points) {
    double[] x = points[0].clone();
    double[] y = points[1].clone();
    int kept = 0;
    for (int k = 0; k < points[0].length; k++) {
      double nextX = points[0][k];
      double nextY = points[1][k];
      while (kept > 1
          && (y[kept - 1] - y[kept - 2]) * (nextX - x[kept - 1])
              <= (nextY - y[kept - 1]) * (x[kept - 1] - x[kept - 2])) {
        kept--;
      }
      x[kept] = nextX;
      y[kept++] = nextY;
    }
    return new double[][] {Arrays.copyOf(x, kept), Arrays.copyOf(y, kept)};
  }

  @Override
  public double[] read(int region, int channel, double[] acting, double[] derivative) {
    int row = exposure.length == 1 ? 0 : region;
    double[] x = exposure[row][channel];
    double[] y = value[row][channel];
    double[] response = new double[acting.length];
    for (int t = 0; t < acting.length; t++) {
      int found = Arrays.binarySearch(x, acting[t]);
      int k = Math.max(0, Math.min(x.length - 2, found >= 0 ? found : -found - 2));
      double steep = (y[k + 1] - y[k]) / (x[k + 1] - x[k]);
      response[t] = y[k] + steep * (acting[t] - x[k]);
      if (derivative.length > 0) {
        derivative[t] = steep;
      }
    }
    return response;
  }
}
