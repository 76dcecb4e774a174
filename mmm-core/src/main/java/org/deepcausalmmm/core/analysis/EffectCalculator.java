package org.deepcausalmmm.core.analysis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;

/** The counterfactuals of a fitted model at given media parameters. */
public final class EffectCalculator implements AutoCloseable {
  static final int CURVE_POINTS = 21;
  private static final double POINTS_PER_UNIT = 10;
  private static final double MARGINAL = 0.01;

  /**
   * Says how strongly responses act.
   *
   * @param kernel [channel][lag]
   * @param perResponse [region][channel]: contribution of a unit of response, relative
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Strength(double[][] kernel, double[][] perResponse) {}

  private final ComputeEngine engine;
  private final MediaModel model;
  private final DataType type;
  private final NDManager manager;
  private final MediaGraph graph;
  private final int regions;
  private final int weeks;
  private final int channels;
  private final boolean[] drives;
  private final double[] multipliers;
  private final NDArray weights;

  /** Prepares the counterfactuals of a model in single precision. */
  public EffectCalculator(
      ComputeEngine engine, FittedModel fitted, TrainingData data, MediaModel model) {
    this(engine, fitted, data, model, DataType.FLOAT32);
  }

  /** Prepares the counterfactuals of a model in the given precision. */
  public EffectCalculator(
      ComputeEngine engine,
      FittedModel fitted,
      TrainingData data,
      MediaModel model,
      DataType type) {
    this.engine = engine;
    this.model = model;
    this.type = type;
    manager = engine.newManager();
    regions = data.regionCount();
    weeks = fitted.panel().weekCount();
    channels = data.channelCount();
    double[][][] exposure = TrainingData.exposures(fitted.panel(), data.scaling(), weeks);
    ExposureOrigins origins =
        ExposureOrigins.of(fitted.panel(), exposure, fitted.equations(), fitted.earlier());
    boolean[][] observed =
        Arrays.stream(data.observed())
            .map(row -> Arrays.copyOf(row, weeks))
            .toArray(boolean[][]::new);
    graph =
        new MediaGraph(model, manager, type, exposure, origins, observed, fitted.effectiveness());
    drives = new boolean[channels];
    origins.parts().forEach(p -> drives[p.origin()] |= p.channel() != p.origin());
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
    double[] values = new double[regions * weeks * 2];
    for (int r = 0; r < regions; r++) {
      for (int t = 0; t < data.trainWeeks(); t++) {
        values[2 * (r * weeks + t)] = data.outcomeWeight()[r][t];
        values[2 * (r * weeks + t) + 1] = data.valueWeight()[r][t];
      }
    }
    return ComputeEngine.array(manager, values, type, new Shape((long) regions * weeks, 2));
  }

  /** Returns the spend multiplier of a point of the response curve. */
  static double multiplier(int point) {
    return point / POINTS_PER_UNIT;
  }

  /** Returns the effects of all counterfactuals at media parameters. */
  DrawEffects at(double[] parameters) {
    return engine.scoped(
        step -> {
          NDArray theta = ComputeEngine.vector(step, parameters, type);
          MediaGraph.State state = graph.state(theta);
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

  /** Returns how strongly responses act at parameters. */
  public Strength strength(double[] parameters) {
    int[] all = IntStream.range(0, channels).toArray();
    return engine.scoped(
        step -> {
          NDArray theta = ComputeEngine.vector(step, parameters, type);
          MediaGraph.State state = graph.state(theta);
          NDArray perResponse = model.coefficient(theta, all).div(state.reference());
          return new Strength(
              rows(ComputeEngine.doubles(state.kernel()), channels),
              rows(ComputeEngine.doubles(perResponse), regions));
        });
  }

  /** Returns what all media bring at parameters: [region][week], relative. */
  public double[][] media(double[] parameters) {
    return engine.scoped(step -> media(graph.state(ComputeEngine.vector(step, parameters, type))));
  }

  private double[][] media(MediaGraph.State state) {
    return rows(ComputeEngine.doubles(state.media()), regions);
  }

  private double[] split(MediaGraph.State state) {
    NDArray bySource = graph.bySource(state).reshape(-1, channels);
    return ComputeEngine.doubles(weights.get(":, 0:1").transpose().matMul(bySource));
  }

  /** Returns contributions by the path split: [channel][region][week], relative. */
  double[][][] bySource(double[] parameters) {
    return engine.scoped(
        step -> {
          NDArray theta = ComputeEngine.vector(step, parameters, type);
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
    manager.close();
  }
}
