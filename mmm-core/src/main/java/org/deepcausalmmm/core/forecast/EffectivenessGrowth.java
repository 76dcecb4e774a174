package org.deepcausalmmm.core.forecast;

import java.util.Arrays;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;

/**
 * The error variance of a forecast that holds time-varying effectiveness constant.
 *
 * <p>The errors at rolling origins inside the training weeks do not show it, because the
 * effectiveness there was estimated from those weeks too. The change of a path within so many
 * weeks, as a share of its variance, is pooled over the estimated paths of all channels; the
 * variance of each is that of its estimate plus its posterior variance.
 */
final class EffectivenessGrowth {
  private final double[] variance;

  private EffectivenessGrowth(double[] variance) {
    this.variance = variance;
  }

  /** Returns that of constant effectiveness. */
  static EffectivenessGrowth none() {
    return new EffectivenessGrowth(new double[0]);
  }

  /**
   * Estimates it from the effectiveness of a model.
   *
   * @param horizon greatest number of weeks ahead
   */
  static EffectivenessGrowth of(FittedModel fitted, MediaModel model, int horizon) {
    ParameterBlock block = model.layout().find(MediaModel.MEDIA, MediaModel.SHARE, 0).orElseThrow();
    double[] share = new double[block.size()];
    for (int c = 0; c < share.length; c++) {
      share[c] = block.spec().constraint().constrain(fitted.theta()[block.offset() + c]);
    }
    return of(
        Arrays.copyOf(fitted.effectiveness(), fitted.trainWeeks()),
        fitted.effectivenessSd(),
        share,
        horizon);
  }

  /**
   * Estimates it from paths.
   *
   * @param path [training week][channel]: multipliers
   * @param sd likewise: standard deviations of their logarithms
   * @param share [channel] of the outcome
   */
  static EffectivenessGrowth of(double[][] path, double[][] sd, double[] share, int horizon) {
    double found = 0;
    double all = 0;
    for (int c = 0; c < share.length; c++) {
      for (int t = 0; t < path.length; t++) {
        double square = Math.pow(Math.log(path[t][c]), 2);
        found += square / path.length;
        all += share[c] * share[c] * (square + sd[t][c] * sd[t][c]) / path.length;
      }
    }
    if (found == 0) {
      return none();
    }
    double[] variance = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      variance[h] = all * changed(path, Math.min(h + 1, path.length - 1)) / found;
    }
    return new EffectivenessGrowth(variance);
  }

  /** Returns the mean squared change of the logarithms within some weeks, summed over channels. */
  private static double changed(double[][] path, int apart) {
    double sum = 0;
    int pairs = path.length - apart;
    for (int t = 0; t < pairs; t++) {
      for (int c = 0; c < path[t].length; c++) {
        sum += Math.pow(Math.log(path[t + apart][c] / path[t][c]), 2) / pairs;
      }
    }
    return sum;
  }

  /**
   * Returns the variance of the error shared by all regions, relative to the outcome.
   *
   * @param weeksAhead the first week forecast is 1
   */
  double at(int weeksAhead) {
    return variance.length == 0 ? 0 : variance[Math.min(weeksAhead, variance.length) - 1];
  }
}
