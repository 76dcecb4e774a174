package org.deepcausalmmm.core.planning;

import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedMedia;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.planning.FutureMedia.Unit;
import org.deepcausalmmm.data.Panel;

/** The posterior draws of a fitted model, prepared for future weeks. */
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

  /** Returns at most so many draws, evenly chosen. */
  List<FutureDraw> prepare(Unit unit, int most) {
    double[] scale = scales(unit);
    try (FittedMedia media = new FittedMedia(engine, fitted, data, model, DataType.FLOAT64)) {
      return chosen(most).stream().map(theta -> draw(media, theta, scale)).toList();
    }
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

  /** Returns the worth of a unit of relative outcome in each region. */
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

  private FutureDraw draw(FittedMedia media, double[] theta, double[] scale) {
    FittedMedia.Strength strength = media.strength(theta);
    double[][] factor = strength.perResponse();
    for (int r = 0; r < factor.length; r++) {
      for (int c = 0; c < factor[r].length; c++) {
        factor[r][c] *= scale[r];
      }
    }
    double[][] kernel = strength.kernel();
    return new FutureDraw(
        kernel,
        factor,
        SaturationTable.of(engine, model, theta, scale.length),
        new EngineDraw(engine, model, theta, kernel, factor));
  }
}
