package org.deepcausalmmm.core.planning;

/**
 * A function of positive numbers that is linear between corners and beyond the first and the last.
 *
 * <p>The piece of a number x is looked up in cells of one width of sqrt(x / (1 + x)). Where corners
 * stand at the limits of cells, as those of a {@link SaturationTable} do, a cell has one piece and
 * no step along the corners is left; elsewhere a few steps find what a search by halves finds.
 */
final class PiecewiseLinear {
  /** Corners and values in turn, so that a piece lies in one place of memory or two. */
  private final double[] points;

  private final int pieces;
  private final int cells;
  private final int origin;

  /** [cell - origin]: the piece of the least number in a cell. */
  private final short[] first;

  /**
   * Creates a function.
   *
   * @param cells number of cells from 0 to infinity
   * @param corner rising, two or more
   * @param value at the corners
   */
  PiecewiseLinear(int cells, double[] corner, double[] value) {
    this.cells = cells;
    pieces = corner.length - 1;
    points = new double[2 * corner.length];
    for (int k = 0; k <= pieces; k++) {
      points[2 * k] = corner[k];
      points[2 * k + 1] = value[k];
    }
    origin = cell(corner[0]);
    first = new short[cell(corner[corner.length - 1]) - origin + 1];
    int piece = 0;
    for (int i = 0; i < first.length; i++) {
      while (piece + 1 < pieces && cell(corner[piece + 1]) < origin + i) {
        piece++;
      }
      boolean begins = piece + 1 < pieces && isLimit(corner[piece + 1], origin + i);
      first[i] = (short) (begins ? piece + 1 : piece);
    }
  }

  /** Returns the cell of a number, those from 0 on being counted. */
  private int cell(double x) {
    return (int) (cells * Math.sqrt(x / (1 + x)));
  }

  /** Returns whether a number is the smallest one in its cell. */
  private boolean isLimit(double x, int cell) {
    return cell(x) == cell && (x == 0 || cell(Math.nextDown(x)) < cell);
  }

  /**
   * Returns the piece of a number: the last whose first corner does not exceed it, or the first.
   */
  int piece(double x) {
    int k = first[Math.max(0, Math.min(first.length - 1, cell(x) - origin))];
    while (k + 1 < pieces && points[2 * k + 2] <= x) {
      k++;
    }
    return k;
  }

  /** Returns the value at a number that lies on a piece. */
  double value(int piece, double x) {
    return points[2 * piece + 1] + slope(piece) * (x - points[2 * piece]);
  }

  /** Returns the slope of a piece. */
  double slope(int piece) {
    int at = 2 * piece;
    return (points[at + 3] - points[at + 1]) / (points[at + 2] - points[at]);
  }
}
