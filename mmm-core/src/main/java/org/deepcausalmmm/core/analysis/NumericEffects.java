package org.deepcausalmmm.core.analysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.NumericChange;
import org.deepcausalmmm.core.model.NumericMedia;
import org.deepcausalmmm.core.model.NumericState;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * The counterfactuals of posterior draws in plain Java, where all components allow it. It is
 * immutable.
 */
final class NumericEffects {
  private static final double[] NOTHING = {0};

  /** No spend, and a percent more. */
  private static final double[] OF_EFFECTS = {0, 1.01};

  /** The same, then the points of the response curve but for the first. */
  private static final double[] OF_CURVE =
      DoubleStream.concat(
              Arrays.stream(OF_EFFECTS),
              IntStream.range(1, EffectCalculator.CURVE_POINTS)
                  .mapToDouble(EffectCalculator::multiplier))
          .toArray();

  private final NumericMedia media;
  private final double[][] weights;
  private final double[] ofForecast;
  private final NumericChange change;

  private NumericEffects(
      NumericMedia media, ExposureOrigins origins, double[][] weights, double[] ofForecast) {
    this.ofForecast = ofForecast;
    this.media = media;
    this.weights = weights;
    change = new NumericChange(media, origins);
  }

  /**
   * Binds a fitted model, over all weeks of its panel.
   *
   * @param ofForecast see {@link ForecastTotal}
   */
  static Optional<NumericEffects> of(
      FittedModel fitted, TrainingData data, MediaModel model, double[] ofForecast) {
    int weeks = fitted.panel().weekCount();
    double[][][] exposure = TrainingData.exposures(fitted.panel(), data.scaling(), weeks);
    ExposureOrigins origins =
        ExposureOrigins.of(fitted.panel(), exposure, fitted.equations(), fitted.earlier());
    double[][] weights = {
      Vectors.flatten(padded(data.outcomeWeight(), weeks)),
      Vectors.flatten(padded(data.valueWeight(), weeks))
    };
    boolean[][] observed =
        Arrays.stream(data.observed())
            .map(row -> Arrays.copyOf(row, weeks))
            .toArray(boolean[][]::new);
    return NumericMedia.of(model, exposure, fitted.earlier(), observed, fitted.effectiveness())
        .map(media -> new NumericEffects(media, origins, weights, ofForecast));
  }

  private static double[][] padded(double[][] rows, int weeks) {
    return Arrays.stream(rows).map(row -> Arrays.copyOf(row, weeks)).toArray(double[][]::new);
  }

  /**
   * The counterfactuals of one draw.
   *
   * @param forecastTotal the total of the forecast, up to a constant; 0 without a holdout
   */
  record NumericDraw(DrawEffects effects, double forecastTotal) {}

  /**
   * Computes the effects at parameters.
   *
   * @param detailed whether with response curves and media by week, which are empty otherwise
   * @param bySource [channel][cell]: the contributions by the path split are added here, relative
   */
  NumericDraw at(double[] theta, boolean detailed, double[][] bySource) {
    NumericState state = media.at(theta);
    int channels = state.kernel().length;
    double[][] curve = new double[channels][0];
    double[] total = new double[channels];
    double[] direct = new double[channels];
    double[] value = new double[channels];
    double[] marginal = new double[channels];
    for (int c = 0; c < channels; c++) {
      double[][] changes =
          change.weighed(state, c, detailed ? OF_CURVE : OF_EFFECTS, true, weights);
      total[c] = -changes[0][0];
      value[c] = -changes[0][1];
      marginal[c] = changes[1][1];
      direct[c] =
          change.drives(c) ? -change.weighed(state, c, NOTHING, false, weights)[0][0] : total[c];
      if (detailed) {
        curve[c] = curve(changes);
      }
    }
    double[][] byOrigin = change.contributions(state);
    double[] split = new double[channels];
    for (int c = 0; c < channels; c++) {
      split[c] = Vectors.dot(weights[0], byOrigin[c]);
      for (int i = 0; i < byOrigin[c].length; i++) {
        bySource[c][i] += byOrigin[c][i];
      }
    }
    DrawEffects effects =
        new DrawEffects(
            curve,
            total,
            direct,
            split,
            value,
            marginal,
            paddedKernels(state.kernel()),
            detailed ? media.rows(state.total()) : new double[0][]);
    return new NumericDraw(effects, Vectors.dot(ofForecast, state.total()));
  }

  /** Returns the kernels [channel][lag], with zeros up to the greatest lag of any channel. */
  private static double[][] paddedKernels(double[][] kernels) {
    int lags = Arrays.stream(kernels).mapToInt(kernel -> kernel.length).max().orElse(0);
    return Arrays.stream(kernels)
        .map(kernel -> Arrays.copyOf(kernel, lags))
        .toArray(double[][]::new);
  }

  /** Returns the points of a response curve, from the changes at {@link #OF_CURVE}. */
  private static double[] curve(double[][] change) {
    double[] curve = new double[EffectCalculator.CURVE_POINTS];
    for (int i = 1; i < curve.length; i++) {
      curve[i] = change[OF_EFFECTS.length + i - 1][0] - change[0][0];
    }
    return curve;
  }
}
