package org.deepcausalmmm.core.analysis;

import java.util.Arrays;
import java.util.Optional;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.NumericChange;
import org.deepcausalmmm.core.model.NumericMedia;
import org.deepcausalmmm.core.model.NumericState;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * The counterfactuals of posterior draws in plain Java, where all components allow it. For one
 * thread; {@link #forThread} creates another of its kind.
 */
final class NumericEffects {
  private static final double NEXT_PERCENT = 1.01;

  private final NumericMedia media;
  private final ExposureOrigins origins;
  private final double[][] weights;
  private final NumericState state;
  private final NumericChange change;
  private final double[][] byOrigin;

  private NumericEffects(NumericMedia media, ExposureOrigins origins, double[][] weights) {
    this.media = media;
    this.origins = origins;
    this.weights = weights;
    state = media.newState();
    change = new NumericChange(media, state, origins);
    byOrigin = new double[media.channels()][state.total().length];
  }

  /** Binds a fitted model, over all weeks of its panel. */
  static Optional<NumericEffects> of(FittedModel fitted, TrainingData data, MediaModel model) {
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
        .map(media -> new NumericEffects(media, origins, weights));
  }

  private static double[][] padded(double[][] rows, int weeks) {
    return Arrays.stream(rows).map(row -> Arrays.copyOf(row, weeks)).toArray(double[][]::new);
  }

  NumericEffects forThread() {
    return new NumericEffects(media, origins, weights);
  }

  /**
   * Computes the effects at parameters.
   *
   * @param detailed whether with response curves and media by week, which are empty otherwise
   * @param bySource [channel][cell]: the contributions by the path split are added here, relative
   */
  DrawEffects at(double[] theta, boolean detailed, double[][] bySource) {
    state.evaluateResponses(theta);
    int channels = state.kernel().length;
    double[][] curve = new double[channels][0];
    double[] total = new double[channels];
    double[] direct = new double[channels];
    double[] value = new double[channels];
    double[] marginal = new double[channels];
    for (int c = 0; c < channels; c++) {
      double[] zero = change.weighed(c, 0, true, weights);
      total[c] = -zero[0];
      value[c] = -zero[1];
      marginal[c] = change.weighed(c, NEXT_PERCENT, true, weights)[1];
      direct[c] = change.drives(c) ? -change.weighed(c, 0, false, weights)[0] : total[c];
      if (detailed) {
        curve[c] = curve(c, zero[0]);
      }
    }
    change.contributions(byOrigin);
    double[] split = new double[channels];
    for (int c = 0; c < channels; c++) {
      split[c] = Vectors.dot(weights[0], byOrigin[c]);
      for (int i = 0; i < byOrigin[c].length; i++) {
        bySource[c][i] += byOrigin[c][i];
      }
    }
    return new DrawEffects(
        curve,
        total,
        direct,
        split,
        value,
        marginal,
        paddedKernels(),
        detailed ? media.rows(state.total()) : new double[0][]);
  }

  /** Returns the kernels [channel][lag], with zeros up to the greatest lag of any channel. */
  private double[][] paddedKernels() {
    int lags = Arrays.stream(state.kernel()).mapToInt(kernel -> kernel.length).max().orElse(0);
    return Arrays.stream(state.kernel())
        .map(kernel -> Arrays.copyOf(kernel, lags))
        .toArray(double[][]::new);
  }

  private double[] curve(int channel, double zero) {
    double[] curve = new double[EffectCalculator.CURVE_POINTS];
    for (int i = 0; i < curve.length; i++) {
      double multiplier = EffectCalculator.multiplier(i);
      curve[i] =
          multiplier == 0
              ? 0
              : change.weighed(channel, multiplier, true, new double[][] {weights[0]})[0] - zero;
    }
    return curve;
  }
}
