package org.deepcausalmmm.core.model;

import java.util.Arrays;
import org.deepcausalmmm.core.numeric.Vectors;

/** Sums of derivatives by the contributions of single channels, from several terms. */
public final class ContributionSlopes {
  private static final double[] NONE = {};

  /** [channel]: empty, or derivatives by the contribution [cell]. */
  private final double[][] byCell;

  /** [channel]: derivatives by the logarithm of all coefficients, through their reference. */
  private final double[] byCoefficient;

  /** [channel]: empty, or derivatives by the kernel [lag], under other exposure. */
  private final double[][] byKernel;

  /** Starts sums at 0. */
  public ContributionSlopes(int channels) {
    byCell = new double[channels][];
    byKernel = new double[channels][];
    Arrays.fill(byCell, NONE);
    Arrays.fill(byKernel, NONE);
    byCoefficient = new double[channels];
  }

  /** Returns the number of channels. */
  public int channels() {
    return byCell.length;
  }

  /**
   * Adds a multiple of the weights of a sum of a channel's contribution.
   *
   * @param weight [cell]
   */
  public void addScaled(int channel, double factor, double[] weight) {
    if (byCell[channel].length == 0) {
      byCell[channel] = new double[weight.length];
    }
    for (int i = 0; i < weight.length; i++) {
      byCell[channel][i] += factor * weight[i];
    }
  }

  /**
   * Adds derivatives that come from contributions under other exposure.
   *
   * @param coefficient by the logarithm of all of the channel's coefficients, which have the
   *     reference in common
   * @param kernel [lag]
   */
  void addOfOtherExposure(int channel, double coefficient, double[] kernel) {
    byCoefficient[channel] += coefficient;
    double[] before = byKernel[channel];
    byKernel[channel] = before.length == 0 ? kernel : Vectors.plus(before, 1, kernel);
  }

  /** Returns a weight [cell] with the derivatives by a channel's contribution added. */
  double[] addedTo(double[] weight, int channel) {
    return byCell[channel].length == 0 ? weight : Vectors.plus(weight, 1, byCell[channel]);
  }

  double byCoefficient(int channel) {
    return byCoefficient[channel];
  }

  /** Returns the derivatives by a channel's kernel [lag]; empty without any. */
  double[] byKernel(int channel) {
    return byKernel[channel];
  }
}
