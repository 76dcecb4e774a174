package org.deepcausalmmm.core.analysis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.analysis.FutureMedia.Unit;
import org.deepcausalmmm.core.data.Panel;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;

/** Prepares the draws of a fitted model for future weeks. */
final class FutureDraws {
  private final ComputeEngine engine;
  private final FittedModel fitted;
  private final MediaModel model;
  private final TrainingData data;

  FutureDraws(ComputeEngine engine, FittedModel fitted, MediaModel model, TrainingData data) {
    this.engine = engine;
    this.fitted = fitted;
    this.model = model;
    this.data = data;
  }

  /** Prepares draws, evenly chosen if there are more than wanted. */
  List<FutureDraw> prepare(Unit unit, int most) {
    double[] scale = scales(unit);
    List<FutureDraw> draws = new ArrayList<>();
    try (NDManager manager = engine.newManager()) {
      MediaGraph graph = trainingGraph(manager);
      for (double[] theta : chosen(most)) {
        draws.add(draw(graph, theta, scale));
      }
    }
    return draws;
  }

  private MediaGraph trainingGraph(NDManager manager) {
    return new MediaGraph(
        model,
        manager,
        DataType.FLOAT64,
        data.exposure(),
        ExposureOrigins.of(data.exposure(), fitted.equations()),
        data.observed(),
        Arrays.copyOf(fitted.effectiveness(), data.trainWeeks()));
  }

  private List<double[]> chosen(int most) {
    int all = fitted.draws().length;
    if (all == 0) {
      return List.of(fitted.theta());
    }
    int count = Math.max(1, Math.min(all, most));
    return IntStream.range(0, count)
        .mapToObj(k -> fitted.draws()[(int) ((long) k * all / count)])
        .toList();
  }

  /** Gives what a unit of relative outcome is worth in each region. */
  private double[] scales(Unit unit) {
    Panel panel = fitted.panel();
    double[] scale = data.scaling().outcome().clone();
    double[][] value = panel.revenuePerKpi();
    if (unit == Unit.VALUE && value != null) {
      for (int r = 0; r < scale.length; r++) {
        scale[r] *= value[r][panel.weekCount() - 1];
      }
    }
    return scale;
  }

  private FutureDraw draw(MediaGraph graph, double[] theta, double[] scale) {
    int channels = model.channelCount();
    return engine.scoped(
        step -> {
          NDArray vector = ComputeEngine.vector(step, theta, DataType.FLOAT64);
          MediaGraph.State state = graph.state(vector);
          int[] all = IntStream.range(0, channels).toArray();
          double[] flat = ComputeEngine.doubles(state.kernel());
          int lags = flat.length / channels;
          double[][] kernel = new double[channels][];
          for (int c = 0; c < channels; c++) {
            kernel[c] = Arrays.copyOfRange(flat, c * lags, (c + 1) * lags);
          }
          NDArray strength = model.coefficient(vector, all).div(state.reference());
          double[] strengths = ComputeEngine.doubles(strength);
          double[][] factor = new double[scale.length][channels];
          for (int r = 0; r < scale.length; r++) {
            int row = strengths.length == channels ? 0 : r * channels;
            for (int c = 0; c < channels; c++) {
              factor[r][c] = scale[r] * strengths[row + c];
            }
          }
          return new FutureDraw(theta, kernel, factor);
        });
  }
}
