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
 * The media model at one posterior draw, with saturation and its derivatives computed by the
 * engine: slower than tables, and the reference for them.
 *
 * <p>Carry-over is linear and the same at every call, so it is applied here; the engine sees the
 * exposure that acts.
 *
 * @param theta the draw
 * @param kernel [channel][lag]
 * @param factor [region][channel]: contribution of a unit of response, in the outcome's unit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EngineDraw(
    ComputeEngine engine, MediaModel model, double[] theta, double[][] kernel, double[][] factor)
    implements FutureOutcome {

  @Override
  public double[][] contribution(
      double[][][] exposure, double[][] effectiveness, double[][][] gradient) {
    double[] acting = acting(exposure, effectiveness.length);
    double[] sums;
    if (gradient.length > 0) {
      ComputeEngine.Gradient<double[]> found =
          engine.gradient(
              acting,
              DataType.FLOAT64,
              exposures -> {
                NDArray outcome = outcome(exposures, effectiveness);
                return new ComputeEngine.ScalarResult<>(
                    outcome.sum(), () -> ComputeEngine.doubles(outcome));
              });
      carryBack(found.values(), effectiveness.length, gradient);
      sums = found.result();
    } else {
      sums =
          engine.scoped(
              step ->
                  ComputeEngine.doubles(
                      outcome(
                          ComputeEngine.vector(step, acting, DataType.FLOAT64), effectiveness)));
    }
    int channels = exposure.length;
    return IntStream.range(0, factor.length)
        .mapToObj(r -> Arrays.copyOfRange(sums, r * channels, (r + 1) * channels))
        .toArray(double[][]::new);
  }

  /** Returns the exposure after carry-over, flat: channel, region, counted week. */
  private double[] acting(double[][][] exposure, int weeks) {
    double[] flat = new double[exposure.length * factor.length * weeks];
    int at = 0;
    for (int c = 0; c < exposure.length; c++) {
      for (double[] series : exposure[c]) {
        System.arraycopy(FutureDraw.acting(kernel[c], series, weeks), 0, flat, at, weeks);
        at += weeks;
      }
    }
    return flat;
  }

  /** Returns the contribution [region, channel] of acting exposures. */
  private NDArray outcome(NDArray exposures, double[][] effectiveness) {
    NDManager manager = exposures.getManager();
    int regions = factor.length;
    int channels = factor[0].length;
    int weeks = effectiveness.length;
    NDArray parameters = ComputeEngine.vector(manager, theta, DataType.FLOAT64);
    NDArray acting = exposures.reshape(channels, regions, weeks).transpose(1, 2, 0);
    int[] all = IntStream.range(0, channels).toArray();
    NDArray response = model.saturate(parameters, acting, all);
    NDArray weighted = response.mul(array(manager, effectiveness, new Shape(weeks, channels)));
    return weighted.sum(new int[] {1}).mul(array(manager, factor, new Shape(regions, channels)));
  }

  private static NDArray array(NDManager manager, double[][] rows, Shape shape) {
    double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return ComputeEngine.array(manager, flat, DataType.FLOAT64, shape);
  }

  /** Adds derivatives by acting exposures, carried back to the exposures, to a gradient. */
  private void carryBack(double[] flat, int weeks, double[][][] gradient) {
    int at = 0;
    for (int c = 0; c < gradient.length; c++) {
      for (double[] row : gradient[c]) {
        FutureDraw.carryBack(kernel[c], Arrays.copyOfRange(flat, at, at + weeks), row);
        at += weeks;
      }
    }
  }
}
