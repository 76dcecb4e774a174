package org.deepcausalmmm.core.planning;

import java.util.Arrays;

/** A concave, piecewise linear majorant of a response. */
final class ConcaveResponse implements ActingResponse {
  /** [row][channel]; one row if all regions share it. */
  private final PiecewiseLinear[][] pieces;

  private ConcaveResponse(PiecewiseLinear[][] pieces) {
    this.pieces = pieces;
  }

  /**
   * Returns the upper hull of a table between two exposures.
   *
   * @param least [row][channel]: the least exposure that is ever read
   * @param most [row][channel]: the largest
   */
  static ConcaveResponse above(SaturationTable table, double[][] least, double[][] most) {
    PiecewiseLinear[][] pieces = new PiecewiseLinear[least.length][];
    for (int row = 0; row < least.length; row++) {
      pieces[row] = new PiecewiseLinear[least[row].length];
      for (int c = 0; c < pieces[row].length; c++) {
        double[][] hull = hull(table.above(row, c, least[row][c], most[row][c]));
        pieces[row][c] = new PiecewiseLinear(table.pieces(), hull[0], hull[1]);
      }
    }
    return new ConcaveResponse(pieces);
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
    PiecewiseLinear line = pieces[pieces.length == 1 ? 0 : region][channel];
    double[] response = new double[acting.length];
    for (int t = 0; t < acting.length; t++) {
      int k = line.piece(acting[t]);
      response[t] = line.value(k, acting[t]);
      if (derivative.length > 0) {
        derivative[t] = line.slope(k);
      }
    }
    return response;
  }
}
