package org.deepcausalmmm.core.analysis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.analysis.FutureMedia.Unit;
import org.deepcausalmmm.core.data.Panel;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
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
    return chosen(most).stream().map(theta -> draw(theta, scale)).toList();
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

  private FutureDraw draw(double[] theta, double[] scale) {
    int channels = model.channelCount();
    int[] all = IntStream.range(0, channels).toArray();
    double[] flatKernel = fromTheta(theta, model::kernel);
    double[] strength = fromTheta(theta, vector -> model.coefficient(vector, all));
    int lags = flatKernel.length / channels;
    double[][] kernel = new double[channels][];
    for (int c = 0; c < channels; c++) {
      kernel[c] = Arrays.copyOfRange(flatKernel, c * lags, (c + 1) * lags);
    }
    SaturationTable table = SaturationTable.of(engine, model, theta, scale.length);
    double[] reference = reference(kernel, table);
    double[][] factor = new double[scale.length][channels];
    for (int r = 0; r < scale.length; r++) {
      int row = strength.length == channels ? 0 : r * channels;
      for (int c = 0; c < channels; c++) {
        factor[r][c] = scale[r] * strength[row + c] / reference[c];
      }
    }
    return new FutureDraw(kernel, factor, table);
  }

  private double[] fromTheta(
      double[] theta, java.util.function.Function<NDArray, NDArray> function) {
    return engine.scoped(
        step ->
            ComputeEngine.doubles(
                function.apply(ComputeEngine.vector(step, theta, DataType.FLOAT64))));
  }

  /** Gives the mean response over the observed training cells, in which shares are counted. */
  private double[] reference(double[][] kernel, SaturationTable table) {
    double[] sum = new double[kernel.length];
    int cells = 0;
    for (boolean[] row : data.observed()) {
      for (boolean seen : row) {
        cells += seen ? 1 : 0;
      }
    }
    for (int c = 0; c < sum.length; c++) {
      for (int r = 0; r < data.regionCount(); r++) {
        int lags = kernel[c].length - 1;
        double[] padded = new double[lags + data.trainWeeks()];
        System.arraycopy(data.exposure()[c][r], 0, padded, lags, data.trainWeeks());
        double[] acting = FutureDraw.acting(kernel[c], padded, data.trainWeeks());
        double[] response = table.read(r, c, acting, new double[0]);
        for (int t = 0; t < response.length; t++) {
          sum[c] += data.observed()[r][t] ? response[t] * fitted.effectiveness()[t][c] : 0;
        }
      }
      sum[c] = sum[c] / cells + MediaModel.TINY;
    }
    return sum;
  }
}
