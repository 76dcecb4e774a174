package org.deepcausalmmm.core.model;

import org.deepcausalmmm.api.Belief;

/**
 * Is the density of what is believed of all parameters beforehand: normal on the scale of
 * estimation.
 *
 * <p>Shares of channels alone have an exponential lower tail: a channel may well do nothing.
 *
 * <p>A pooled block of n channels has covariance s² I + m² 11', so its precision is (I - m² / (s² +
 * n m²) 11') / s².
 */
public final class Beliefs {
  private static final double WEAK = 10;

  /** Standard deviations below the common middle at which the tail of a share begins. */
  private static final double TAIL = 0.7;

  private final ParameterLayout layout;
  private final double width;
  private final double[] sd;

  /** Takes the beliefs as declared. */
  public Beliefs(ParameterLayout layout) {
    this(layout, false);
  }

  /**
   * Takes the beliefs as declared, or widened.
   *
   * @param weak whether every standard deviation is ten times that declared
   */
  public Beliefs(ParameterLayout layout, boolean weak) {
    this.layout = layout;
    width = weak ? WEAK : 1;
    sd = layout.blocks().stream().mapToDouble(b -> width * b.spec().belief().sd()).toArray();
  }

  /** Replaces the standard deviation of a block, for those that are learned. */
  public void setSd(ParameterBlock block, double value) {
    sd[layout.blocks().indexOf(block)] = value;
  }

  /** Gives the standard deviation of a block. */
  public double sd(ParameterBlock block) {
    return sd[layout.blocks().indexOf(block)];
  }

  /**
   * Adds the gradient of the negative log density.
   *
   * @return the negative log density without its constant
   */
  public double addGradient(double[] theta, double[] gradient) {
    double energy = 0;
    for (int b = 0; b < sd.length; b++) {
      ParameterBlock block = layout.blocks().get(b);
      double center = block.spec().constraint().free(block.spec().belief().center());
      double precision = 1 / (sd[b] * sd[b]);
      double sum = 0;
      for (int i = block.offset(); i < block.offset() + block.size(); i++) {
        sum += theta[i] - center;
      }
      double common = commonFactor(block, sd[b]) * sum;
      for (int i = block.offset(); i < block.offset() + block.size(); i++) {
        double slope = precision * (theta[i] - center - common);
        gradient[i] += slope;
        energy += 0.5 * slope * (theta[i] - center);
      }
      if (block.spec().name().equals(MediaModel.SHARE)) {
        energy -= relief(block, sd[b], center + common, theta, gradient);
      }
    }
    return energy;
  }

  /**
   * Makes the density fall exponentially instead of normally far below what the channels have in
   * common, so that a channel that does nothing is not held up by what the others do.
   *
   * @return by how much the negative log density is less than the normal's
   */
  private double relief(
      ParameterBlock block, double s, double middle, double[] theta, double[] gradient) {
    double energy = 0;
    double sum = 0;
    for (int i = block.offset(); i < block.offset() + block.size(); i++) {
      double beyond = Math.max(0, (middle - theta[i]) / s - TAIL);
      energy += beyond * beyond / 2;
      gradient[i] += beyond / s;
      sum += beyond / s;
    }
    double common = commonFactor(block, s) * sum;
    for (int i = block.offset(); i < block.offset() + block.size(); i++) {
      gradient[i] -= common;
    }
    return energy;
  }

  /** Gives an entry of the prior precision matrix of a block; i and j count within it. */
  public double precision(ParameterBlock block, int i, int j) {
    double s = sd(block);
    return ((i == j ? 1 : 0) - commonFactor(block, s)) / (s * s);
  }

  private double commonFactor(ParameterBlock block, double s) {
    Belief belief = block.spec().belief();
    double common = width * width * belief.commonSd() * belief.commonSd();
    return common == 0 ? 0 : common / (s * s + block.size() * common);
  }
}
