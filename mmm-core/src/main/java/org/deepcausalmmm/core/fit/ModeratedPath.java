package org.deepcausalmmm.core.fit;

import java.util.List;
import org.deepcausalmmm.core.baseline.PrecisionOperator;

/**
 * The paths along which moderators change the effects of media, with their coefficients' posterior
 * means and standard deviations, all else held.
 *
 * <p>multiplier(week) = 1 + sum over k of b_k x_k(week), with x_k centered so that the channel's
 * total is kept. After the panel the controls are not known, and the multiplier is 1.
 */
final class ModeratedPath {
  /** No week's effect falls below this share of the usual one, nor rises above its inverse. */
  private static final double LEAST = 0.2;

  private final MediaColumns columns;
  private final PrecisionOperator operator;
  private final List<double[]> shapes;

  /**
   * Prepares the paths.
   *
   * @param operator precision of the covariance with the columns of time-varying effectiveness
   */
  ModeratedPath(MediaColumns columns, PrecisionOperator operator) {
    this.columns = columns;
    this.operator = operator;
    shapes = columns.moderators().stream().map(Moderator::shape).toList();
  }

  /**
   * Multiplies a path by those of the moderators.
   *
   * @param residual [region][week]: outcome less media of constant effectiveness
   */
  EffectivenessPath times(EffectivenessPath path, double[][] residual) {
    if (shapes.isEmpty()) {
      return path;
    }
    double[] coefficients = coefficients(operator.apply(residual));
    int[] channels = columns.timeVarying();
    int width = coefficients.length / channels.length;
    for (int j = 0; j < channels.length; j++) {
      int last = (j + 1) * width;
      multiply(path, channels[j], coefficients, last - shapes.size());
    }
    return path;
  }

  private double[] coefficients(double[][] solved) {
    return operator.design().timeVaryingCoefficients(operator.sharedTransposed(solved));
  }

  /**
   * Multiplies the path of a channel.
   *
   * @param first index of the coefficient of its first moderator
   */
  private void multiply(EffectivenessPath path, int channel, double[] coefficients, int first) {
    int weeks = path.multiplier().length;
    double[] change = new double[weeks];
    double[] variance = new double[weeks];
    for (int k = 0; k < shapes.size(); k++) {
      double[] shape = columns.centered(channel, shapes.get(k));
      double[][] column = columns.contributionTimes(channel, shape);
      double explained = coefficients(operator.apply(column))[first + k];
      for (int t = 0; t < weeks; t++) {
        change[t] += coefficients[first + k] * shape[t];
        variance[t] += shape[t] * shape[t] * Math.max(0, 1 - explained);
      }
    }
    for (int t = 0; t < weeks; t++) {
      double multiplier = Math.min(1 / LEAST, Math.max(LEAST, 1 + change[t]));
      path.multiplier()[t][channel] *= multiplier;
      path.logSd()[t][channel] =
          Math.hypot(
              path.logSd()[t][channel],
              EffectivenessStage.SPREAD * Math.sqrt(variance[t]) / multiplier);
    }
  }
}
