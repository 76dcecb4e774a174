package org.deepcausalmmm.temporal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.stream.IntStream;

/**
 * The lags at which a network is evaluated, dense at first and then ever sparser, with the linear
 * interpolation between them.
 *
 * <p>A kernel bends within its first weeks; half a year later a value every fifth week will do.
 */
final class LagKnots {
  private static final double GROWTH = 1.2;

  private final int maxLag;
  private final int[] knots;

  LagKnots(int maxLag) {
    this.maxLag = maxLag;
    knots =
        IntStream.iterate(0, l -> l <= maxLag, l -> l == maxLag ? l + 1 : next(l, maxLag))
            .toArray();
  }

  private static int next(int lag, int maxLag) {
    return Math.min(maxLag, Math.max(lag + 1, (int) Math.round(GROWTH * lag)));
  }

  /** Returns the lags, each as a share of all: [knot, 1]. */
  NDArray input(NDManager manager, DataType type) {
    float[] input = new float[knots.length];
    for (int k = 0; k < input.length; k++) {
      input[k] = (float) knots[k] / (maxLag + 1);
    }
    return manager.create(input, new Shape(input.length, 1)).toType(type, false);
  }

  /** Returns the matrix [knot, lag] that draws values at the knots out over all lags. */
  NDArray lines(NDManager manager, DataType type) {
    int lags = maxLag + 1;
    float[] weight = new float[knots.length * lags];
    for (int k = 0; k < knots.length; k++) {
      weight[k * lags + knots[k]] = 1;
      for (int l = knots[k] + 1; k + 1 < knots.length && l < knots[k + 1]; l++) {
        float passed = (float) (l - knots[k]) / (knots[k + 1] - knots[k]);
        weight[k * lags + l] = 1 - passed;
        weight[(k + 1) * lags + l] = passed;
      }
    }
    return manager.create(weight, new Shape(knots.length, lags)).toType(type, false);
  }

  /**
   * Returns the knots as shares of all lags, as the network sees them: [knot].
   *
   * @param lags how many lags there are
   */
  double[] positions(int lags) {
    double[] positions = new double[knots.length];
    for (int k = 0; k < positions.length; k++) {
      positions[k] = (float) knots[k] / lags;
    }
    return positions;
  }

  /** Adds values at the knots, drawn out over all lags, to a sum [lag]. */
  void draw(double[] atKnots, double[] sum) {
    for (int k = 0; k < knots.length; k++) {
      sum[knots[k]] += atKnots[k];
      for (int l = knots[k] + 1; k + 1 < knots.length && l < knots[k + 1]; l++) {
        float passed = (float) (l - knots[k]) / (knots[k + 1] - knots[k]);
        sum[l] += (1 - passed) * atKnots[k] + passed * atKnots[k + 1];
      }
    }
  }

  /** Returns the sums over lags by knot, the adjoint of {@link #draw}. */
  double[] gather(double[] byLag) {
    double[] byKnot = new double[knots.length];
    for (int k = 0; k < knots.length; k++) {
      byKnot[k] += byLag[knots[k]];
      for (int l = knots[k] + 1; k + 1 < knots.length && l < knots[k + 1]; l++) {
        float passed = (float) (l - knots[k]) / (knots[k + 1] - knots[k]);
        byKnot[k] += (1 - passed) * byLag[l];
        byKnot[k + 1] += passed * byLag[l];
      }
    }
    return byKnot;
  }
}
