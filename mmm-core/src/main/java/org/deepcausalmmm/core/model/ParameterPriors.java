package org.deepcausalmmm.core.model;

import java.util.Arrays;
import org.deepcausalmmm.api.Belief;

/**
 * The prior of all media parameters: normal on the scale of estimation.
 *
 * <p>A pooled block of n channels has covariance s² I + m² 11', so its precision is (I - m² / (s² +
 * n m²) 11') / s².
 *
 * <p>The prior of the channels' shares depends on spend: log share = common + e (log spend - its
 * mean), with e around one half, between equal shares of all channels and equal ROI of all. e has a
 * normal prior and is integrated out, which adds its variance times xx' to the covariance, x being
 * the relative spend. The density of shares has an exponential lower tail: a channel may well have
 * no effect.
 */
public final class ParameterPriors {
  private static final double WEAK = 10;

  /** Standard deviations below the expected share at which the tail of a share begins. */
  private static final double TAIL = 0.7;

  private static final double ELASTICITY = 0.5;
  private static final double ELASTICITY_SD = 0.3;

  /** Scatter of shares around those that spend implies, relative to that around each other. */
  private static final double SCATTER_GIVEN_SPEND = 0.85;

  private final ParameterLayout layout;
  private final double width;
  private final double[] sd;
  private final double[] relativeSpend;

  /** Creates the priors as declared. */
  public ParameterPriors(ParameterLayout layout) {
    this(layout, false, new double[0]);
  }

  /**
   * Creates the priors as declared, or widened.
   *
   * @param weak whether every standard deviation is ten times that declared
   * @param spend [channel]: total spend; NaN or 0 where unknown; empty if unknown for every channel
   */
  public ParameterPriors(ParameterLayout layout, boolean weak, double[] spend) {
    this.layout = layout;
    width = weak ? WEAK : 1;
    relativeSpend = relative(spend);
    boolean spendKnown = Arrays.stream(relativeSpend).anyMatch(x -> x != 0);
    sd = new double[layout.blocks().size()];
    for (int b = 0; b < sd.length; b++) {
      ParameterBlock block = layout.blocks().get(b);
      double scatter = isShare(block) && spendKnown ? SCATTER_GIVEN_SPEND : 1;
      sd[b] = width * scatter * block.spec().prior().sd();
    }
  }

  /** Returns the logarithm of spend less its mean; 0 where it is unknown. */
  private static double[] relative(double[] spend) {
    double mean = Arrays.stream(spend).filter(x -> x > 0).map(Math::log).average().orElse(0);
    return Arrays.stream(spend).map(x -> x > 0 ? Math.log(x) - mean : 0).toArray();
  }

  private static boolean isShare(ParameterBlock block) {
    return block.kind().equals(MediaModel.MEDIA) && block.spec().name().equals(MediaModel.SHARE);
  }

  private ParameterPriors(
      ParameterLayout layout, double width, double[] sd, double[] relativeSpend) {
    this.layout = layout;
    this.width = width;
    this.sd = sd;
    this.relativeSpend = relativeSpend;
  }

  /**
   * Returns the priors with another standard deviation of a block, for those that are estimated.
   */
  public ParameterPriors withSd(ParameterBlock block, double value) {
    double[] changed = sd.clone();
    changed[layout.blocks().indexOf(block)] = value;
    return new ParameterPriors(layout, width, changed, relativeSpend);
  }

  /** Returns the standard deviation of a block. */
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
      double[] off = offCenter(block, theta);
      double[] expected = expected(block, off);
      double precision = 1 / (sd[b] * sd[b]);
      for (int i = 0; i < off.length; i++) {
        double slope = precision * (off[i] - expected[i]);
        gradient[block.offset() + i] += slope;
        energy += 0.5 * slope * off[i];
      }
      if (isShare(block)) {
        energy -= relief(block, off, expected, gradient);
      }
    }
    return energy;
  }

  /** Returns the parameters of a block less their prior means. */
  private double[] offCenter(ParameterBlock block, double[] theta) {
    double center = block.spec().constraint().free(block.spec().prior().center());
    double[] off = new double[block.size()];
    for (int i = 0; i < off.length; i++) {
      off[i] = theta[block.offset() + i] - center - ELASTICITY * spend(block, i);
    }
    return off;
  }

  /** Returns the expectation of each entry of a block given the others and spend. */
  private double[] expected(ParameterBlock block, double[] off) {
    double s = sd(block);
    double sum = 0;
    double along = 0;
    for (int i = 0; i < off.length; i++) {
      sum += off[i];
      along += spend(block, i) * off[i];
    }
    double common = commonFactor(block, s) * sum;
    double slope = spendFactor(block, s) * along;
    double[] expected = new double[off.length];
    for (int i = 0; i < off.length; i++) {
      expected[i] = common + slope * spend(block, i);
    }
    return expected;
  }

  /**
   * Makes the density fall exponentially instead of normally far below the expected share, so that
   * the others' effects do not hold up a channel without effect.
   *
   * @return decrease of the negative log density against the normal's
   */
  private double relief(ParameterBlock block, double[] off, double[] expected, double[] gradient) {
    double s = sd(block);
    double energy = 0;
    double[] beyond = new double[off.length];
    for (int i = 0; i < off.length; i++) {
      beyond[i] = Math.max(0, (expected[i] - off[i]) / s - TAIL);
      energy += beyond[i] * beyond[i] / 2;
    }
    double[] expectedBeyond = expected(block, beyond);
    for (int i = 0; i < off.length; i++) {
      gradient[block.offset() + i] += (beyond[i] - expectedBeyond[i]) / s;
    }
    return energy;
  }

  /** Returns an entry of the prior precision matrix of a block; i and j count within it. */
  public double precision(ParameterBlock block, int i, int j) {
    double s = sd(block);
    double shared =
        commonFactor(block, s) + spendFactor(block, s) * spend(block, i) * spend(block, j);
    return ((i == j ? 1 : 0) - shared) / (s * s);
  }

  private double commonFactor(ParameterBlock block, double s) {
    Belief belief = block.spec().prior();
    double common = width * width * belief.commonSd() * belief.commonSd();
    return common == 0 ? 0 : common / (s * s + block.size() * common);
  }

  private double spendFactor(ParameterBlock block, double s) {
    if (!isShare(block)) {
      return 0;
    }
    double variance = width * width * ELASTICITY_SD * ELASTICITY_SD;
    double squares = Arrays.stream(relativeSpend).map(x -> x * x).sum();
    return variance / (s * s + variance * squares);
  }

  private double spend(ParameterBlock block, int entry) {
    return isShare(block) && relativeSpend.length > 0 ? relativeSpend[entry] : 0;
  }
}
