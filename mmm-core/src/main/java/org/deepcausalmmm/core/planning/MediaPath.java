package org.deepcausalmmm.core.planning;

import ai.djl.ndarray.types.DataType;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedMedia;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.MediaModel;

/** The contribution of all media in every week of a fitted model's panel. */
final class MediaPath implements AutoCloseable {
  private final FittedMedia media;

  /**
   * Prepares a model.
   *
   * @param model the media model of the fitted model's configuration
   */
  MediaPath(FittedModel fitted, MediaModel model) {
    ComputeEngine engine =
        ComputeEngine.start(
            fitted.configuration().fit().device(), fitted.configuration().fit().threads());
    TrainingData data = TrainingData.of(fitted.panel(), fitted.trainWeeks());
    media = new FittedMedia(engine, fitted, data, model, DataType.FLOAT32);
  }

  /**
   * Returns the contribution of all media at media parameters.
   *
   * @return [region][week], in units of the region's mean outcome
   */
  double[][] at(double[] parameters) {
    return media.contribution(parameters);
  }

  @Override
  public void close() {
    media.close();
  }
}
