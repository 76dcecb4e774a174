package org.deepcausalmmm.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.engine.ComputeEngine;

/**
 * The media model bound to exposures: its factual state, and its counterfactual states in which the
 * spend of a channel is scaled and the children follow.
 *
 * <p>The arrays live until the manager that was given is closed.
 */
public final class MediaGraph {
  /**
   * The model's state under the observed exposures.
   *
   * @param acting exposure after carry-over [region, week, channel]
   * @param response after saturation, and effectiveness if any [region, week, channel]
   * @param reference mean response over the training cells [channel]; infinite for a channel that
   *     acts in none of them, so that its contribution is 0
   * @param contribution in units of the region's mean outcome [region, week, channel]
   */
  public record MediaState(
      NDArray kernel, NDArray acting, NDArray response, NDArray reference, NDArray contribution) {

    /** Returns the contribution of all channels: [region, week]. */
    public NDArray media() {
      return contribution.sum(new int[] {2});
    }
  }

  /** A mean response below it is 0 but for rounding. */
  static final double LEAST_REFERENCE = 1e-9;

  private final MediaModel model;
  private final ExposureOrigins origins;
  private final LagStack exposures;
  private final LagStack parts;
  private final NDArray mask;
  private final int[] partIndex;
  private final NDArray multiplier;

  /**
   * Binds a model.
   *
   * @param manager owns the arrays
   * @param type the precision of the computation
   * @param exposure [channel][region][week], relative
   * @param observed [region][week]: the cells over which the reference is taken
   * @param effectiveness [week][channel]: multiplier of the response over time
   */
  public MediaGraph(
      MediaModel model,
      NDManager manager,
      DataType type,
      double[][][] exposure,
      ExposureOrigins origins,
      boolean[][] observed,
      double[][] effectiveness) {
    this.model = model;
    this.origins = origins;
    int[] all = IntStream.range(0, exposure.length).toArray();
    exposures =
        LagStack.of(manager, type, Arrays.asList(exposure), all, model.maxLag(), origins.earlier());
    List<double[][]> series = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    partIndex = new int[origins.parts().size()];
    for (int i = 0; i < partIndex.length; i++) {
      ExposureOrigins.Part part = origins.parts().get(i);
      partIndex[i] = origins.isWhole(part) ? -1 : series.size();
      if (partIndex[i] >= 0) {
        series.add(part.exposure());
        columns.add(part.channel());
      }
    }
    int[] channels = columns.stream().mapToInt(Integer::intValue).toArray();
    parts =
        series.isEmpty()
            ? exposures
            : LagStack.of(manager, type, series, channels, model.maxLag(), origins.earlier());
    mask = mask(manager, type, observed);
    multiplier =
        ComputeEngine.array(
            manager,
            Arrays.stream(effectiveness).flatMapToDouble(Arrays::stream).toArray(),
            type,
            new Shape(effectiveness.length, exposure.length));
  }

  private static NDArray mask(NDManager manager, DataType type, boolean[][] observed) {
    double[] values = new double[observed.length * observed[0].length];
    int at = 0;
    for (boolean[] row : observed) {
      for (boolean seen : row) {
        values[at++] = seen ? 1 : 0;
      }
    }
    return ComputeEngine.array(
        manager, values, type, new Shape(observed.length, observed[0].length, 1));
  }

  /** Computes the state; the reference is taken from the training cells, differentiably. */
  public MediaState state(NDArray theta) {
    return state(theta, null);
  }

  /**
   * Computes the state with a given reference.
   *
   * @param reference [channel], or null to take it from the training cells
   */
  public MediaState state(NDArray theta, @org.jspecify.annotations.Nullable NDArray reference) {
    NDArray kernel = model.kernel(theta);
    NDArray acting = model.carry(kernel, exposures);
    NDArray response = model.saturate(theta, acting, exposures.columns()).mul(multiplier);
    NDArray mean = reference == null ? reference(response) : reference;
    NDArray contribution = response.mul(model.coefficient(theta, exposures.columns()).div(mean));
    return new MediaState(kernel, acting, response, mean, contribution);
  }

  private NDArray reference(NDArray response) {
    NDArray mean = response.mul(mask).sum(new int[] {0, 1}).div(mask.sum());
    return NDArrays.where(
        mean.gt(LEAST_REFERENCE), mean, mean.onesLike().mul(Double.POSITIVE_INFINITY));
  }

  /**
   * Returns the change of the contributions when the spend of one channel is scaled and its
   * children follow.
   *
   * @param multipliers of the spend, each 0 or more
   * @param childrenFollow false to hold the exposures of all other channels
   * @return [multiplier, region, week]: change against the factual state
   */
  public NDArray change(
      NDArray theta, MediaState state, int origin, double[] multipliers, boolean childrenFollow) {
    NDList changes = new NDList();
    NDArray factor =
        ComputeEngine.array(
            theta.getManager(),
            Arrays.stream(multipliers).map(m -> m - 1).toArray(),
            theta.getDataType(),
            new Shape(multipliers.length, 1, 1, 1));
    for (int i = 0; i < partIndex.length; i++) {
      ExposureOrigins.Part part = origins.parts().get(i);
      if (part.origin() == origin && (childrenFollow || part.channel() == origin)) {
        changes.add(changeOf(theta, state, i, factor));
      }
    }
    NDArray sum = changes.get(0);
    for (int i = 1; i < changes.size(); i++) {
      sum = sum.add(changes.get(i));
    }
    return sum;
  }

  private NDArray changeOf(NDArray theta, MediaState state, int index, NDArray factor) {
    int channel = origins.parts().get(index).channel();
    String column = ":, :, " + channel + ":" + (channel + 1);
    int[] columns = {channel};
    NDArray acting = state.acting().get(column);
    NDArray scaled =
        acting.expandDims(0).add(partActing(state, index).expandDims(0).mul(factor)).maximum(0);
    NDArray response =
        model
            .saturate(theta, scaled, columns)
            .mul(multiplier.get(":, " + channel + ":" + (channel + 1)));
    NDArray coefficient =
        model.coefficient(theta, columns).div(state.reference().get(channel + ":" + (channel + 1)));
    return response.sub(state.response().get(column)).mul(coefficient).squeeze(-1);
  }

  /** Returns a part's exposure after carry-over: [region, week, 1]. */
  private NDArray partActing(MediaState state, int index) {
    int channel = origins.parts().get(index).channel();
    if (partIndex[index] < 0) {
      return state.acting().get(":, :, " + channel + ":" + (channel + 1));
    }
    int at = partIndex[index];
    NDArray kernel = state.kernel().get(channel + ":" + (channel + 1));
    return kernel.matMul(parts.array().get(at)).reshape(parts.regions(), parts.weeks(), 1);
  }

  /**
   * Splits contributions by the channel whose spend caused them, in proportion to acting exposure.
   *
   * @return [region, week, origin], summing to the contributions over channels
   */
  public NDArray bySource(MediaState state) {
    NDList sums = new NDList();
    for (int origin = 0; origin < model.channelCount(); origin++) {
      NDArray sum = null;
      for (int i = 0; i < partIndex.length; i++) {
        ExposureOrigins.Part part = origins.parts().get(i);
        if (part.origin() == origin) {
          String column = ":, :, " + part.channel() + ":" + (part.channel() + 1);
          NDArray contribution = state.contribution().get(column);
          NDArray credited =
              partIndex[i] < 0
                  ? contribution
                  : contribution.mul(
                      partActing(state, i)
                          .div(state.acting().get(column).maximum(MediaModel.TINY)));
          sum = sum == null ? credited : sum.add(credited);
        }
      }
      sums.add(sum);
    }
    return NDArrays.concat(sums, 2);
  }

  /** Returns 1 for observed training cells: [region, week, 1]. */
  public NDArray mask() {
    return mask;
  }

  /** Returns the parts of exposures by the channel whose money they came from. */
  public ExposureOrigins origins() {
    return origins;
  }
}
