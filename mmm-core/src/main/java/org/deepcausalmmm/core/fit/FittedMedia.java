package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;

/** The media part of a fitted model over all weeks of its panel, at any media parameters. */
public final class FittedMedia implements AutoCloseable {
  /**
   * The strength of responses at media parameters.
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
  private final ExposureOrigins origins;
  private final int regions;
  private final int channels;

  /**
   * Prepares the media graph of a fitted model.
   *
   * @param data the training weeks of its panel
   * @param model the media model of its configuration
   * @param type the precision
   */
  public FittedMedia(
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
    channels = data.channelCount();
    int weeks = fitted.panel().weekCount();
    double[][][] exposure = TrainingData.exposures(fitted.panel(), data.scaling(), weeks);
    origins = ExposureOrigins.of(fitted.panel(), exposure, fitted.equations(), fitted.earlier());
    boolean[][] observed =
        Arrays.stream(data.observed())
            .map(row -> Arrays.copyOf(row, weeks))
            .toArray(boolean[][]::new);
    graph =
        new MediaGraph(model, manager, type, exposure, origins, observed, fitted.effectiveness());
  }

  /** Returns the contribution of all media at media parameters: [region][week], relative. */
  public double[][] contribution(double[] parameters) {
    return engine.scoped(
        step -> rows(graph.state(ComputeEngine.vector(step, parameters, type)).media(), regions));
  }

  /** Returns the strength of responses at media parameters. */
  public Strength strength(double[] parameters) {
    int[] all = IntStream.range(0, channels).toArray();
    return engine.scoped(
        step -> {
          NDArray theta = ComputeEngine.vector(step, parameters, type);
          MediaGraph.MediaState state = graph.state(theta);
          NDArray perResponse = model.coefficient(theta, all).div(state.reference());
          return new Strength(rows(state.kernel(), channels), rows(perResponse, regions));
        });
  }

  /** Returns the media graph; its arrays live until this is closed. */
  public MediaGraph graph() {
    return graph;
  }

  /** Returns the manager of the graph's arrays. */
  public NDManager manager() {
    return manager;
  }

  /** Returns the precision. */
  public DataType type() {
    return type;
  }

  /** Returns whether each channel drives another: [channel]. */
  public boolean[] drives() {
    boolean[] drives = new boolean[channels];
    origins.parts().forEach(p -> drives[p.origin()] |= p.channel() != p.origin());
    return drives;
  }

  private static double[][] rows(NDArray array, int count) {
    double[] flat = ComputeEngine.doubles(array);
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
