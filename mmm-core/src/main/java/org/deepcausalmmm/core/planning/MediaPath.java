package org.deepcausalmmm.core.planning;

import org.deepcausalmmm.core.analysis.EffectCalculator;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.MediaModel;

/** The contribution of all media in every week of a fitted model's panel. */
public final class MediaPath implements AutoCloseable {
  private final EffectCalculator calculator;

  /**
   * Prepares a model.
   *
   * @param model the media model of the fitted model's configuration
   */
  public MediaPath(FittedModel fitted, MediaModel model) {
    ComputeEngine engine =
        ComputeEngine.start(
            fitted.configuration().fit().device(), fitted.configuration().fit().threads());
    TrainingData data = TrainingData.of(fitted.panel(), fitted.trainWeeks());
    calculator = new EffectCalculator(engine, fitted, data, model);
  }

  /**
   * Returns the contribution of all media at media parameters.
   *
   * @return [region][week], in units of the region's mean outcome
   */
  public double[][] at(double[] parameters) {
    return calculator.media(parameters);
  }

  @Override
  public void close() {
    calculator.close();
  }
}
