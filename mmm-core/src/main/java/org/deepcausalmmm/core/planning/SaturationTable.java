package org.deepcausalmmm.core.planning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.MediaModel;

/**
 * The saturation of every channel at one posterior draw, tabulated from the engine for fast
 * evaluation.
 *
 * <p>Saturation is elementwise, so that values and derivatives at points suffice. Between points
 * the response is the cubic that matches both (Hermite interpolation) over u = sqrt(x / (1 + x)),
 * which spaces points finely near 0 and extends far beyond observed exposures. Beyond the last
 * point the response is linear.
 */
final class SaturationTable implements ActingResponse {
  private static final int PIECES = 512;
  private static final int PIECES_BY_REGION = 128;

  /** At 0 a derivative may be infinite; it is read here instead. */
  private static final double LEAST = 1e-6;

  private final int pieces;
  private final double[][][] value;
  private final double[][][] slope;

  private SaturationTable(int pieces, double[][][] value, double[][][] slope) {
    this.pieces = pieces;
    this.value = value;
    this.slope = slope;
  }

  /** Tabulates the saturation of a draw with the engine. */
  static SaturationTable of(
      ComputeEngine engine, MediaModel model, double[] theta, int regionCount) {
    boolean byRegion =
        model.layout().blocks().stream()
            .anyMatch(b -> b.kind().equals("saturation") && b.byRegion());
    int regions = byRegion ? regionCount : 1;
    int pieces = byRegion ? PIECES_BY_REGION : PIECES;
    int channels = model.channelCount();
    double[] points = new double[regions * pieces * channels];
    for (int i = 0; i < points.length; i++) {
      points[i] = exposure(place(i / channels % pieces, pieces));
    }
    int[] all = IntStream.range(0, channels).toArray();
    ComputeEngine.Gradient<double[]> found =
        engine.gradient(
            points,
            DataType.FLOAT64,
            cells -> {
              NDArray vector = ComputeEngine.vector(cells.getManager(), theta, DataType.FLOAT64);
              NDArray response =
                  model.saturate(vector, cells.reshape(regions, pieces, channels), all);
              return new ComputeEngine.ScalarResult<>(
                  response.sum(), () -> ComputeEngine.doubles(response));
            });
    double[][][] value = new double[regions][channels][pieces];
    double[][][] slope = new double[regions][channels][pieces];
    for (int i = 0; i < points.length; i++) {
      int k = i / channels % pieces;
      double u = place(k, pieces);
      value[i / channels / pieces][i % channels][k] = found.result()[i];
      slope[i / channels / pieces][i % channels][k] =
          found.values()[i] * 2 * u / ((1 - u * u) * (1 - u * u));
    }
    return new SaturationTable(pieces, value, slope);
  }

  private static double place(int point, int pieces) {
    return (double) point / pieces;
  }

  private static double exposure(double u) {
    return u * u / (1 - u * u);
  }

  /** Returns the number of cells of the tables, from exposure 0 to infinity. */
  int pieces() {
    return pieces;
  }

  /** Returns the number of regions with tables of their own; 1 if all share one. */
  int rows() {
    return value.length;
  }

  /**
   * Returns points whose linear interpolation is an upper bound of the response between two
   * exposures.
   *
   * @param row a region's index, or 0 where all regions share a table
   * @return exposures, ascending, and the upper bounds there: [2][point]
   */
  double[][] above(int row, int channel, double least, double most) {
    double[] y = value[row][channel];
    double[] s = slope[row][channel];
    int first =
        (int) Math.min(pieces - 2, Math.max(0, Math.sqrt(least / (1 + least)) * pieces - 1));
    int last = first + 1;
    while (last < pieces - 1 && exposure(place(last, pieces)) < most) {
      last++;
    }
    double end = exposure(place(last, pieces));
    int beyond = most > end ? 1 : 0;
    double[][] points = new double[2][last - first + 1 + beyond];
    for (int k = first; k <= last; k++) {
      double before = k == first ? 0 : excess(k - 1, y, s);
      double after = k == last ? 0 : excess(k, y, s);
      points[0][k - first] = exposure(place(k, pieces));
      points[1][k - first] = y[k] + Math.max(before, after);
    }
    if (beyond == 1) {
      points[0][last - first + 1] = most;
      points[1][last - first + 1] =
          points[1][last - first] + derivative(place(last, pieces), y, s) * (most - end);
    }
    return points;
  }

  /**
   * Returns a bound on the excess of a cubic piece over its chord in x.
   *
   * <p>A function exceeds its chord by at most an eighth of its strongest downward curvature times
   * the width squared. That is applied to the cubic over u and, as x = u^2 / (1 - u^2) is convex
   * with the second derivative (2 + 6 u^2) / (1 - u^2)^3, to u over x.
   */
  private double excess(int k, double[] y, double[] s) {
    double rise = y[k + 1] - y[k];
    double c1 = s[k] / pieces;
    double c2 = 3 * rise - 2 * c1 - s[k + 1] / pieces;
    double c3 = c1 + s[k + 1] / pieces - 2 * rise;
    double bent = Math.max(0, -Math.min(2 * c2, 2 * c2 + 6 * c3)) / 8;
    double u = place(k + 1, pieces);
    double width = exposure(u) - exposure(place(k, pieces));
    double curvature = (2 + 6 * u * u) / Math.pow(1 - u * u, 3) / pieces / pieces;
    return bent + Math.max(0, rise) * Math.min(1, curvature / width / 8);
  }

  @Override
  public double[] read(int region, int channel, double[] acting, double[] derivative) {
    double[] y = value[value.length == 1 ? 0 : region][channel];
    double[] s = slope[slope.length == 1 ? 0 : region][channel];
    double last = exposure(place(pieces - 1, pieces));
    double[] response = new double[acting.length];
    for (int t = 0; t < acting.length; t++) {
      double x = Math.min(acting[t], last);
      double u = Math.sqrt(x / (1 + x));
      int k = Math.min(pieces - 2, (int) (u * pieces));
      double part = u * pieces - k;
      double rise = y[k + 1] - y[k];
      double c1 = s[k] / pieces;
      double c2 = 3 * rise - 2 * c1 - s[k + 1] / pieces;
      double c3 = c1 + s[k + 1] / pieces - 2 * rise;
      response[t] = y[k] + part * (c1 + part * (c2 + part * c3));
      if (derivative.length > 0 || acting[t] > last) {
        double steep = derivative(u, y, s);
        response[t] += steep * (acting[t] - x);
        if (derivative.length > 0) {
          derivative[t] = steep;
        }
      }
    }
    return response;
  }

  private double derivative(double place, double[] y, double[] s) {
    double u = Math.max(place, Math.sqrt(LEAST));
    int k = Math.min(pieces - 2, (int) (u * pieces));
    double part = u * pieces - k;
    double rise = y[k + 1] - y[k];
    double c1 = s[k] / pieces;
    double c2 = 3 * rise - 2 * c1 - s[k + 1] / pieces;
    double c3 = c1 + s[k + 1] / pieces - 2 * rise;
    double byPlace = pieces * (c1 + part * (2 * c2 + part * 3 * c3));
    return byPlace * (1 - u * u) * (1 - u * u) / (2 * u);
  }
}
