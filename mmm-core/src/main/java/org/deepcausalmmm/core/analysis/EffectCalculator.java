package org.deepcausalmmm.core.analysis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedMedia;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.numeric.Cube;

/** The counterfactuals of a fitted model at given media parameters. */
final class EffectCalculator implements AutoCloseable {
  static final int CURVE_POINTS = 21;
  private static final double POINTS_PER_UNIT = 10;
  private static final double MARGINAL = 0.01;

  private final ComputeEngine engine;
  private final FittedMedia media;
  private final MediaGraph graph;
  private final int regions;
  private final int weeks;
  private final int channels;
  private final boolean[] drives;
  private final double[] multipliers;
  private final NDArray weights;

  /** Prepares the counterfactuals of a model in single precision. */
  EffectCalculator(ComputeEngine engine, FittedModel fitted, TrainingData data, MediaModel model) {
    this.engine = engine;
    media = new FittedMedia(engine, fitted, data, model, DataType.FLOAT32);
    graph = media.graph();
    drives = media.drives();
    regions = data.regionCount();
    weeks = fitted.panel().weekCount();
    channels = data.channelCount();
    multipliers =
        IntStream.rangeClosed(0, CURVE_POINTS)
            .mapToDouble(i -> i == CURVE_POINTS ? 1 + MARGINAL : multiplier(i))
            .toArray();
    weights = weights(data);
  }

  /**
   * Returns [cell, 2]: the worth of a unit of relative outcome in the data's units, and in money.
   */
  private NDArray weights(TrainingData data) {
    Cube cube = new Cube(regions, weeks, 2);
    double[] values = new double[cube.size()];
    for (int r = 0; r < regions; r++) {
      for (int t = 0; t < data.trainWeeks(); t++) {
        values[cube.index(r, t, 0)] = data.outcomeWeight()[r][t];
        values[cube.index(r, t, 1)] = data.valueWeight()[r][t];
      }
    }
    return ComputeEngine.array(
        media.manager(), values, media.type(), new Shape((long) regions * weeks, 2));
  }

  /** Returns the spend multiplier of a point of the response curve. */
  static double multiplier(int point) {
    return point / POINTS_PER_UNIT;
  }

  /** Returns the effects of all counterfactuals at media parameters. */
  DrawEffects at(double[] parameters) {
    return engine.scoped(
        step -> {
          NDArray theta = ComputeEngine.vector(step, parameters, media.type());
          MediaGraph.MediaState state = graph.state(theta);
          double[][] curve = new double[channels][];
          double[] total = new double[channels];
          double[] direct = new double[channels];
          double[] value = new double[channels];
          double[] marginal = new double[channels];
          for (int c = 0; c < channels; c++) {
            double[][] sums = sums(graph.change(theta, state, c, multipliers, true));
            double[] zero = sums[0];
            curve[c] = new double[CURVE_POINTS];
            for (int i = 0; i < CURVE_POINTS; i++) {
              curve[c][i] = sums[i][0] - zero[0];
            }
            total[c] = -zero[0];
            value[c] = -zero[1];
            marginal[c] = sums[CURVE_POINTS][1];
            direct[c] =
                drives[c]
                    ? -sums(graph.change(theta, state, c, new double[] {0}, false))[0][0]
                    : total[c];
          }
          double[] kernel = ComputeEngine.doubles(state.kernel());
          return new DrawEffects(
              curve,
              total,
              direct,
              split(state),
              value,
              marginal,
              rows(kernel, channels),
              media(state));
        });
  }

  private double[][] media(MediaGraph.MediaState state) {
    return rows(ComputeEngine.doubles(state.media()), regions);
  }

  private double[] split(MediaGraph.MediaState state) {
    NDArray bySource = graph.bySource(state).reshape(-1, channels);
    return ComputeEngine.doubles(weights.get(":, 0:1").transpose().matMul(bySource));
  }

  /** Returns the contribution of all media at media parameters: [region][week], relative. */
  double[][] media(double[] parameters) {
    return engine.scoped(
        step -> media(graph.state(ComputeEngine.vector(step, parameters, media.type()))));
  }

  /** Returns contributions by the path split: [channel][region][week], relative. */
  double[][][] bySource(double[] parameters) {
    return engine.scoped(
        step -> {
          NDArray theta = ComputeEngine.vector(step, parameters, media.type());
          NDArray bySource = graph.bySource(graph.state(theta)).transpose(2, 0, 1);
          double[] flat = ComputeEngine.doubles(bySource);
          double[][][] result = new double[channels][][];
          int cells = regions * weeks;
          for (int c = 0; c < channels; c++) {
            result[c] = rows(Arrays.copyOfRange(flat, c * cells, (c + 1) * cells), regions);
          }
          return result;
        });
  }

  /**
   * Returns the weighted sums of changes [multiplier, region, week] as [multiplier][outcome,
   * money].
   */
  private double[][] sums(NDArray change) {
    long count = change.getShape().get(0);
    return rows(
        ComputeEngine.doubles(change.reshape(count, (long) regions * weeks).matMul(weights)),
        (int) count);
  }

  private static double[][] rows(double[] flat, int count) {
    int width = flat.length / count;
    return IntStream.range(0, count)
        .mapToObj(i -> Arrays.copyOfRange(flat, i * width, (i + 1) * width))
        .toArray(double[][]::new);
  }

  @Override
  public void close() {
    media.close();
  }
}
