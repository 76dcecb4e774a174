package org.deepcausalmmm.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.numeric.Grid;

/**
 * The weighed contributions of a channel under a scenario, by the tensor engine: as {@link
 * ScenarioContribution}.
 */
public final class ScenarioGraph {
  private final MediaModel model;
  private final int channel;
  private final NDArray lagged;
  private final NDArray weight;

  /**
   * Binds a model to a scenario.
   *
   * @param manager owns the arrays
   * @param regions number of all regions
   */
  public ScenarioGraph(
      MediaModel model, NDManager manager, DataType type, ScenarioSeries series, int regions) {
    this.model = model;
    channel = series.channel();
    int weeks = series.weeks();
    int lags = model.maxLag() + 1;
    Grid grid = new Grid(regions, weeks);
    Grid byLag = new Grid(lags, grid.size());
    double[] values = new double[byLag.size()];
    double[] weights = new double[grid.size()];
    for (int i = 0; i < series.regions().length; i++) {
      for (int t = 0; t < weeks; t++) {
        int cell = grid.index(series.regions()[i], t);
        weights[cell] = series.weight()[i][t];
        for (int l = 0; l < lags && l <= series.lags() + t; l++) {
          values[byLag.index(l, cell)] = series.padded()[i][series.lags() + t - l];
        }
      }
    }
    lagged = ComputeEngine.array(manager, values, type, new Shape(lags, grid.size()));
    weight = ComputeEngine.array(manager, weights, type, new Shape(regions, weeks, 1));
  }

  /** Returns the weighed sum at parameters and the state there. */
  public NDArray sum(NDArray theta, MediaGraph.MediaState state) {
    NDArray kernel = state.kernel().get(channel + ":" + (channel + 1));
    int[] columns = {channel};
    NDArray acting = kernel.matMul(lagged).reshape(weight.getShape());
    NDArray coefficient =
        model.coefficient(theta, columns).div(state.reference().get(channel + ":" + (channel + 1)));
    return model.saturate(theta, acting, columns).mul(coefficient).mul(weight).sum();
  }
}
