package org.deepcausalmmm.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.engine.ComputeEngine;

/**
 * Series of relative exposure at every lag, so that carry-over is one matrix product.
 *
 * @param array [column, lag, region * week]
 * @param columns the channel of each column
 */
record LagStack(NDArray array, int[] columns, int regions, int weeks) {

  /**
   * Builds a stack.
   *
   * @param series each [region][week]
   * @param earlier the exposure before the first week
   */
  static LagStack of(
      NDManager manager,
      DataType type,
      List<double[][]> series,
      int[] columns,
      int maxLag,
      EarlierExposure earlier) {
    int regions = series.get(0).length;
    int weeks = series.get(0)[0].length;
    int cells = regions * weeks;
    double[] values = new double[series.size() * (maxLag + 1) * cells];
    int at = 0;
    for (double[][] exposure : series) {
      double[] before = Arrays.stream(exposure).mapToDouble(earlier::before).toArray();
      for (int lag = 0; lag <= maxLag; lag++) {
        for (int r = 0; r < regions; r++) {
          for (int t = 0; t < weeks; t++) {
            values[at++] = t < lag ? before[r] : exposure[r][t - lag];
          }
        }
      }
    }
    Shape shape = new Shape(series.size(), maxLag + 1, cells);
    return new LagStack(ComputeEngine.array(manager, values, type, shape), columns, regions, weeks);
  }
}
