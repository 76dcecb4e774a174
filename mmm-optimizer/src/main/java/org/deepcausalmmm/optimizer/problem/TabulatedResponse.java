package org.deepcausalmmm.optimizer.problem;

import java.util.Arrays;

/**
 * A response interpolated between known points by monotone cubic pieces.
 *
 * <p>It rises wherever the points do and has no extremum between them (F. N. Fritsch and J.
 * Butland, A method for constructing local monotone piecewise cubic interpolants, SIAM J. Sci.
 * Stat. Comput. 5, 1984).
 */
public final class TabulatedResponse implements SpendResponse {
  private final double[] spends;
  private final double[] values;
  private final double[] slopes;

  /**
   * Interpolates points.
   *
   * @param spends [point]: money, rising, from 0 or more; at least two
   * @param values [point]: incremental outcome
   */
  public TabulatedResponse(double[] spends, double[] values) {
    if (spends.length != values.length || spends.length < 2) {
      throw new IllegalArgumentException(
          "%d spends and %d values; give at least two of each."
              .formatted(spends.length, values.length));
    }
    for (int k = 0; k < spends.length; k++) {
      if (!(Double.isFinite(values[k]) && Double.isFinite(spends[k]))
          || spends[k] < 0
          || (k > 0 && spends[k] <= spends[k - 1])) {
        throw OptimizerErrors.badResponse("table row " + k, spends[k], "unusable: " + values[k]);
      }
    }
    this.spends = spends.clone();
    this.values = values.clone();
    this.slopes = slopes(spends, values);
  }

  /** Tabulates any function at points that lie closer together near 0. */
  public static TabulatedResponse of(SpendResponse function, double upper, int pieces) {
    double[] spends = new double[pieces + 1];
    double[] values = new double[pieces + 1];
    for (int k = 0; k <= pieces; k++) {
      double part = (double) k / pieces;
      spends[k] = upper * part * part;
      values[k] = function.value(spends[k]);
    }
    return new TabulatedResponse(spends, values);
  }

  @Override
  public double value(double spend) {
    int k = piece(spend);
    double width = spends[k + 1] - spends[k];
    double t = (Math.min(spend, domainEnd()) - spends[k]) / width;
    double c1 = slopes[k] * width;
    double rise = values[k + 1] - values[k];
    double c2 = 3 * rise - 2 * c1 - slopes[k + 1] * width;
    double c3 = c1 + slopes[k + 1] * width - 2 * rise;
    return values[k] + t * (c1 + t * (c2 + t * c3));
  }

  @Override
  public double slope(double spend) {
    int k = piece(spend);
    double width = spends[k + 1] - spends[k];
    double t = (Math.min(spend, domainEnd()) - spends[k]) / width;
    double rise = (values[k + 1] - values[k]) / width;
    double c2 = 3 * rise - 2 * slopes[k] - slopes[k + 1];
    double c3 = slopes[k] + slopes[k + 1] - 2 * rise;
    return slopes[k] + t * (2 * c2 + t * 3 * c3);
  }

  @Override
  public double domainEnd() {
    return spends[spends.length - 1];
  }

  /** Returns the exact maximum: it lies at an end, at a point or where a cubic piece is level. */
  @Override
  public double ceiling(double from, double to, double price) {
    double highest = Math.max(value(from) - price * from, value(to) - price * to);
    for (int k = piece(from); k < spends.length - 1 && spends[k] <= to; k++) {
      double low = Math.max(from, spends[k]);
      double high = Math.min(to, spends[k + 1]);
      highest = Math.max(highest, pieceCeiling(k, low, high, price));
    }
    return highest;
  }

  private double pieceCeiling(int k, double low, double high, double price) {
    double width = spends[k + 1] - spends[k];
    double rise = (values[k + 1] - values[k]) / width;
    double a = 3 * (slopes[k] + slopes[k + 1] - 2 * rise);
    double b = 2 * (3 * rise - 2 * slopes[k] - slopes[k + 1]);
    double c = slopes[k] - price;
    double highest = Math.max(value(low) - price * low, value(high) - price * high);
    double discriminant = b * b - 4 * a * c;
    if (discriminant < 0) {
      return highest;
    }
    double q = -0.5 * (b + Math.copySign(Math.sqrt(discriminant), b));
    for (double t : new double[] {q / a, c / q}) {
      double x = spends[k] + t * width;
      if (x > low && x < high) {
        highest = Math.max(highest, value(x) - price * x);
      }
    }
    return highest;
  }

  private int piece(double spend) {
    int found = Arrays.binarySearch(spends, spend);
    int k = found >= 0 ? found : -found - 2;
    return Math.max(0, Math.min(k, spends.length - 2));
  }

  private static double[] slopes(double[] x, double[] y) {
    int last = x.length - 1;
    double[] chord = new double[last];
    for (int k = 0; k < last; k++) {
      chord[k] = (y[k + 1] - y[k]) / (x[k + 1] - x[k]);
    }
    double[] slope = new double[x.length];
    for (int k = 1; k < last; k++) {
      double left = x[k] - x[k - 1];
      double right = x[k + 1] - x[k];
      if (chord[k - 1] * chord[k] > 0) {
        double w1 = 2 * right + left;
        double w2 = right + 2 * left;
        slope[k] = (w1 + w2) / (w1 / chord[k - 1] + w2 / chord[k]);
      }
    }
    slope[0] = end(chord[0], last > 1 ? slope[1] : chord[0]);
    slope[last] = end(chord[last - 1], last > 1 ? slope[last - 1] : chord[last - 1]);
    return slope;
  }

  /** Returns a slope that makes the end piece nearly quadratic without overshooting. */
  private static double end(double chord, double inner) {
    double slope = 1.5 * chord - 0.5 * inner;
    if (slope * chord <= 0) {
      return 0;
    }
    return Math.abs(slope) > 3 * Math.abs(chord) ? 3 * chord : slope;
  }
}
