package org.deepcausalmmm.core.density;

import org.deepcausalmmm.core.model.ContributionSlopes;
import org.deepcausalmmm.core.model.NumericMedia;
import org.deepcausalmmm.core.model.NumericState;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.numeric.Grid;

/**
 * The negative log posterior density of the media parameters in plain Java, with its gradient, for
 * whatever weighs the outcome less media. It is immutable.
 *
 * <p>A cell is a region's week, see {@link Grid}.
 */
public final class MediaDensity {
  /** The likelihood of the outcome less media. */
  @FunctionalInterface
  public interface Likelihood {
    /**
     * Returns the negative log likelihood.
     *
     * @param residual [cell]: the outcome less media
     * @param slope [cell], to be filled with the derivatives; 0 in cells that do not count
     */
    double energy(double[] residual, double[] slope);
  }

  /**
   * The outcome that is explained.
   *
   * @param value [cell], in units of the region's mean
   * @param share [cell]: a unit of it as a share of the whole outcome; 0 where not observed
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Outcome(double[] value, double[] share) {}

  private final NumericMedia media;
  private final ParameterPriors priors;
  private final QuantityTerms terms;
  private final Outcome outcome;

  /**
   * The density at parameters.
   *
   * @param energy the negative log density, up to a constant
   * @param mediaShare the share of all media in the outcome
   * @param state the contributions of media
   */
  public record MediaEvaluation(double energy, double mediaShare, NumericState state) {}

  /** Binds media, their priors and an outcome. */
  public MediaDensity(
      NumericMedia media, ParameterPriors priors, QuantityTerms terms, Outcome outcome) {
    this.media = media;
    this.priors = priors;
    this.terms = terms;
    this.outcome = outcome;
  }

  /** Returns the density under another prior. */
  public MediaDensity withPriors(ParameterPriors others) {
    return new MediaDensity(media, others, terms, outcome);
  }

  /**
   * Evaluates the density and adds the energy's derivatives by the media parameters.
   *
   * @param point begins with the media parameters
   * @param gradient to add to
   */
  public MediaEvaluation evaluate(double[] point, double[] gradient, Likelihood likelihood) {
    NumericState state = media.differentiatedAt(point);
    double[] total = state.total();
    double[] residual = new double[total.length];
    double[] slope = new double[total.length];
    for (int i = 0; i < residual.length; i++) {
      residual[i] = outcome.value()[i] - total[i];
    }
    double energy = likelihood.energy(residual, slope);
    double share = mediaShare(total);
    double byShare = MediaSharePrior.slope(share);
    for (int i = 0; i < slope.length; i++) {
      slope[i] = byShare * outcome.share()[i] - slope[i];
    }
    ContributionSlopes further = new ContributionSlopes(media.channels());
    energy += terms.energy(point, share, state, further, gradient);
    state.addGradient(slope, further, gradient);
    energy = energy + MediaSharePrior.energy(share) + priors.addGradient(point, gradient);
    return new MediaEvaluation(energy, share, state);
  }

  /** Returns the contribution of all media at parameters [cell]. */
  public double[] media(double[] theta) {
    return media.at(theta).total();
  }

  private double mediaShare(double[] total) {
    double share = 0;
    for (int i = 0; i < total.length; i++) {
      share += outcome.share()[i] * total[i];
    }
    return share;
  }

  /**
   * Returns effects of channels as shares of the outcome: their contributions, their marginal
   * effects, and the sum of the contributions.
   *
   * @param state the contributions of media, differentiated
   */
  double[] effects(NumericState state) {
    int channels = media.channels();
    double[] effects = new double[2 * channels + 1];
    for (int c = 0; c < channels; c++) {
      effects[c] = state.weighed(c, outcome.share());
      effects[channels + c] = state.marginal(c, outcome.share());
      effects[2 * channels] += effects[c];
    }
    return effects;
  }
}
