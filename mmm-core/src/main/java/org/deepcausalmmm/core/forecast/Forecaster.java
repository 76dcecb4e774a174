package org.deepcausalmmm.core.forecast;

import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.MediaModel;

/**
 * The forecast of the weeks of a panel after the training weeks.
 *
 * <p>A forecast is a level plus weighted changes: media contribution under the exposures of the
 * panel, seasonality with trend and controls, the model's own level, and last year's national
 * change. The level is an exponentially weighted mean of the last observations (Brown 1959), so
 * that forecasts continue from the current outcome. Its decay and the weights of the changes are
 * estimated on rolling origins inside the training weeks.
 */
public final class Forecaster {
  private Forecaster() {}

  /**
   * Returns the forecast of the weeks after training.
   *
   * @param fitted a model whose panel extends beyond its training weeks; outcomes there are ignored
   * @param model the media model of its configuration
   * @param media [region][week] over all weeks, in units of the region's mean outcome: media
   *     contribution at the estimated parameters, the mean of the draws
   */
  public static Forecast forecast(FittedModel fitted, MediaModel model, double[][] media) {
    TrainingData data = TrainingData.of(fitted.panel(), fitted.trainWeeks());
    History history = History.of(fitted, data, media);
    return forecast(
        history,
        new StructuralBaseline(fitted, data, history),
        fitted.variances(),
        fitted.noiseScale(),
        EffectivenessGrowth.of(fitted, model, history.weeks() - history.trainWeeks()));
  }

  /** Returns the forecast of a history whose baseline comes from a source. */
  static Forecast forecast(
      History history,
      BaselinePath.Source baseline,
      Variances variances,
      double[] noiseScale,
      EffectivenessGrowth effectiveness) {
    int origin = history.trainWeeks();
    int horizon = history.weeks() - origin;
    double[] national = history.nationalOutcome();
    RollingOrigins origins = new RollingOrigins(origin, baseline);
    ForecastWeights weights = new WeightLearner(history, national, origins).learn();
    ErrorModel errors =
        ErrorModel.learn(history, national, origins, weights, variances, noiseScale, effectiveness);
    double[][] mean = weights.forecast(history, national, baseline.at(origin), origin, horizon);
    double[][] sd = new double[mean.length][horizon];
    double least = history.neverNegative() ? 0 : Double.NEGATIVE_INFINITY;
    for (int r = 0; r < mean.length; r++) {
      for (int h = 0; h < horizon; h++) {
        mean[r][h] = Math.max(least, history.size()[r] * mean[r][h]);
        sd[r][h] = history.size()[r] * errors.sd(r, h + 1);
      }
    }
    return new Forecast(
        mean, sd, least, weights, (counted, ahead) -> errors.totalSd(counted, ahead + 1));
  }
}
