package org.deepcausalmmm.core.forecast;

/**
 * The weights of a forecast's components, averaged over their posterior given the rolling origins.
 *
 * @param decay grid of decays of the level, each from 0 (last value) below 1
 * @param probability [decay]
 * @param weight [decay][term]: mean weight of media, of seasonality with trend and controls, of the
 *     model's own level, and of last year's national change
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ForecastWeights(double[] decay, double[] probability, double[][] weight) {

  /** Returns the mean weight of the media contribution. */
  public double media() {
    return mean(Terms.MEDIA);
  }

  /** Returns the mean weight of seasonality, trend and controls. */
  public double shared() {
    return mean(Terms.SHARED);
  }

  /** Returns the mean weight of the model's own level. */
  public double state() {
    return mean(Terms.STATE);
  }

  /** Returns the mean weight of last year's national change. */
  public double year() {
    return mean(Terms.YEAR);
  }

  /** Returns the mean decay of the level. */
  public double meanDecay() {
    double sum = 0;
    for (int i = 0; i < decay.length; i++) {
      sum += probability[i] * decay[i];
    }
    return sum;
  }

  private double mean(int term) {
    double sum = 0;
    for (int i = 0; i < decay.length; i++) {
      sum += probability[i] * weight[i][term];
    }
    return sum;
  }

  /**
   * Returns the forecast from an origin.
   *
   * @return [region][horizon], relative; NaN for a region without any observation before the origin
   */
  double[][] forecast(
      History history, double[] national, BaselinePath path, int origin, int horizon) {
    double[][] forecast = new double[history.regions()][horizon];
    for (int i = 0; i < decay.length; i++) {
      Terms terms = Terms.of(history, national, path, origin, horizon, decay[i]);
      for (int r = 0; r < forecast.length; r++) {
        for (int h = 0; h < horizon; h++) {
          double sum = terms.level(r);
          double[] change = terms.change(r, h);
          for (int k = 0; k < Terms.COUNT; k++) {
            sum += weight[i][k] * change[k];
          }
          forecast[r][h] += probability[i] * sum;
        }
      }
    }
    return forecast;
  }
}
