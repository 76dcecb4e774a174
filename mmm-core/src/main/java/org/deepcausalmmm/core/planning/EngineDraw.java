package org.deepcausalmmm.core.planning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.MediaModel;

/**
 * The media model at one posterior draw, computed by the engine: slower than tables, and the
 * reference for them.
 *
 * @param theta the draw
 * @param factor [region][channel]: contribution of a unit of response, in the outcome's unit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EngineDraw(ComputeEngine engine, MediaModel model, double[] theta, double[][] factor)
    implements FutureOutcome {

  @Override
  public double[][] contribution(
      double[][][] exposure, double[][] effectiveness, double[][][] gradient) {
    double[] flat =
        Arrays.stream(exposure).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).toArray();
    double[] sums;
    if (gradient.length > 0) {
      ComputeEngine.Gradient<double[]> found =
          engine.gradient(
              flat,
              DataType.FLOAT64,
              exposures -> {
                NDArray outcome = outcome(exposures, effectiveness);
                return new ComputeEngine.Scalar<>(
                    outcome.sum(), () -> ComputeEngine.doubles(outcome));
              });
      add(found.values(), gradient);
      sums = found.result();
    } else {
      sums =
          engine.scoped(
              step ->
                  ComputeEngine.doubles(
                      outcome(ComputeEngine.vector(step, flat, DataType.FLOAT64), effectiveness)));
    }
    int channels = exposure.length;
    return IntStream.range(0, factor.length)
        .mapToObj(r -> Arrays.copyOfRange(sums, r * channels, (r + 1) * channels))
        .toArray(double[][]::new);
  }

  /** Returns the contribution [region, channel]. */
  private NDArray outcome(NDArray exposures, double[][] effectiveness) {
    NDManager manager = exposures.getManager();
    int regions = factor.length;
    int channels = factor[0].length;
    int weeks = effectiveness.length;
    NDArray parameters = ComputeEngine.vector(manager, theta, DataType.FLOAT64);
    NDArray kernel = model.kernel(parameters);
    NDArray series = exposures.reshape(channels, regions, model.maxLag() + weeks);
    NDArray acting = manager.zeros(new Shape(channels, regions, weeks), DataType.FLOAT64);
    for (int lag = 0; lag <= model.maxLag(); lag++) {
      int from = model.maxLag() - lag;
      NDArray shifted = series.get(":, :, " + from + ":" + (from + weeks));
      acting = acting.add(shifted.mul(kernel.get(":, " + lag).reshape(channels, 1, 1)));
    }
    int[] all = IntStream.range(0, channels).toArray();
    NDArray response = model.saturate(parameters, acting.transpose(1, 2, 0), all);
    NDArray moved = response.mul(array(manager, effectiveness, new Shape(weeks, channels)));
    return moved.sum(new int[] {1}).mul(array(manager, factor, new Shape(regions, channels)));
  }

  private static NDArray array(NDManager manager, double[][] rows, Shape shape) {
    double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return ComputeEngine.array(manager, flat, DataType.FLOAT64, shape);
  }

  private static void add(double[] flat, double[][][] gradient) {
    int at = 0;
    for (double[][] channel : gradient) {
      for (double[] row : channel) {
        for (int j = 0; j < row.length; j++) {
          row[j] += flat[at++];
        }
      }
    }
  }
}
