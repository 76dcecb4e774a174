package org.deepcausalmmm.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
  private final double[] relativeSpend;
  private final List<Term> terms;

  /**
   * The prior of one block.
   *
   * @param sd standard deviation around the common mean
   * @param center prior mean, on the scale of estimation
   * @param common share of each other entry's deviation that an entry is expected to have
   * @param slope the same for deviations along spend
   * @param spend [entry]: relative; 0 where the prior does not depend on it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Term(
      ParameterBlock block,
      int offset,
      double sd,
      double center,
      double common,
      double slope,
      double[] spend) {
    int size() {
      return spend.length;
    }

    double off(double[] theta, int entry) {
      return theta[offset + entry] - center - ELASTICITY * spend[entry];
    }
  }

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
    terms = new ArrayList<>();
    for (ParameterBlock block : layout.blocks()) {
      double scatter = isShare(block) && spendKnown ? SCATTER_GIVEN_SPEND : 1;
      terms.add(term(block, width * scatter * block.spec().prior().sd()));
    }
  }

  private ParameterPriors(
      ParameterLayout layout, double width, double[] relativeSpend, List<Term> terms) {
    this.layout = layout;
    this.width = width;
    this.relativeSpend = relativeSpend;
    this.terms = terms;
  }

  /** Returns the logarithm of spend less its mean; 0 where it is unknown. */
  private static double[] relative(double[] spend) {
    double mean = Arrays.stream(spend).filter(x -> x > 0).map(Math::log).average().orElse(0);
    return Arrays.stream(spend).map(x -> x > 0 ? Math.log(x) - mean : 0).toArray();
  }

  private static boolean isShare(ParameterBlock block) {
    return block.kind().equals(MediaModel.MEDIA) && block.spec().name().equals(MediaModel.SHARE);
  }

  private Term term(ParameterBlock block, double sd) {
    double common = width * width * Math.pow(block.spec().prior().commonSd(), 2);
    boolean bySpend = isShare(block) && relativeSpend.length > 0;
    double variance = width * width * ELASTICITY_SD * ELASTICITY_SD;
    double squares = Arrays.stream(relativeSpend).map(x -> x * x).sum();
    return new Term(
        block,
        block.offset(),
        sd,
        block.spec().constraint().free(block.spec().prior().center()),
        common == 0 ? 0 : common / (sd * sd + block.size() * common),
        isShare(block) ? variance / (sd * sd + variance * squares) : 0,
        bySpend ? relativeSpend : new double[block.size()]);
  }

  /**
   * Returns the priors with another standard deviation of a block, for those that are estimated.
   */
  public ParameterPriors withSd(ParameterBlock block, double value) {
    List<Term> changed = new ArrayList<>(terms);
    changed.set(layout.blocks().indexOf(block), term(block, value));
    return new ParameterPriors(layout, width, relativeSpend, changed);
  }

  /** Returns the standard deviation of a block. */
  public double sd(ParameterBlock block) {
    return of(block).sd();
  }

  private Term of(ParameterBlock block) {
    return terms.get(layout.blocks().indexOf(block));
  }

  /**
   * Adds the gradient of the negative log density.
   *
   * @return the negative log density without its constant
   */
  public double addGradient(double[] theta, double[] gradient) {
    double energy = 0;
    for (Term term : terms) {
      double[] off = new double[term.size()];
      for (int i = 0; i < off.length; i++) {
        off[i] = term.off(theta, i);
      }
      double[] expected = expected(term, off);
      double precision = 1 / (term.sd() * term.sd());
      for (int i = 0; i < off.length; i++) {
        double slope = precision * (off[i] - expected[i]);
        gradient[term.offset() + i] += slope;
        energy += 0.5 * slope * off[i];
      }
      if (isShare(term.block())) {
        energy -= relief(term, off, expected, gradient);
      }
    }
    return energy;
  }

  /** Returns the expectation of each entry of a block given the others and spend. */
  private static double[] expected(Term term, double[] off) {
    double sum = 0;
    double along = 0;
    for (int i = 0; i < off.length; i++) {
      sum += off[i];
      along += term.spend()[i] * off[i];
    }
    double common = term.common() * sum;
    double slope = term.slope() * along;
    double[] expected = new double[off.length];
    for (int i = 0; i < off.length; i++) {
      expected[i] = common + slope * term.spend()[i];
    }
    return expected;
  }

  /**
   * Makes the density fall exponentially instead of normally far below the expected share, so that
   * the others' effects do not hold up a channel without effect.
   *
   * @return decrease of the negative log density against the normal's
   */
  private static double relief(Term term, double[] off, double[] expected, double[] gradient) {
    double energy = 0;
    double[] beyond = new double[off.length];
    for (int i = 0; i < off.length; i++) {
      beyond[i] = Math.max(0, (expected[i] - off[i]) / term.sd() - TAIL);
      energy += beyond[i] * beyond[i] / 2;
    }
    double[] expectedBeyond = expected(term, beyond);
    for (int i = 0; i < off.length; i++) {
      gradient[term.offset() + i] += (beyond[i] - expectedBeyond[i]) / term.sd();
    }
    return energy;
  }

  /** Returns the prior mean of an entry of a block, on the scale of estimation. */
  public double mean(ParameterBlock block, int entry) {
    Term term = of(block);
    return term.center() + ELASTICITY * term.spend()[entry];
  }

  /** Returns an entry of the prior precision matrix of a block; i and j count within it. */
  public double precision(ParameterBlock block, int i, int j) {
    Term term = of(block);
    double shared = term.common() + term.slope() * term.spend()[i] * term.spend()[j];
    return ((i == j ? 1 : 0) - shared) / (term.sd() * term.sd());
  }
}
