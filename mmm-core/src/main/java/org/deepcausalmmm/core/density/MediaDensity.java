package org.deepcausalmmm.core.density;

import java.util.Arrays;
import org.deepcausalmmm.core.model.NumericMedia;
import org.deepcausalmmm.core.model.NumericState;
import org.deepcausalmmm.core.model.ParameterPriors;

/**
 * The negative log posterior density of the media parameters in plain Java, with its gradient, for
 * whatever weighs the outcome less media. For one thread.
 *
 * <p>A cell is a region's week, index region * weeks + week.
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
  private final NumericState state;
  private final double[] residual;
  private final double[] slope;

  /** Creates a density with room of its own. */
  public MediaDensity(
      NumericMedia media, ParameterPriors priors, QuantityTerms terms, Outcome outcome) {
    this(media, priors, terms, outcome, media.newState());
  }

  private MediaDensity(
      NumericMedia media,
      ParameterPriors priors,
      QuantityTerms terms,
      Outcome outcome,
      NumericState state) {
    this.media = media;
    this.priors = priors;
    this.terms = terms;
    this.outcome = outcome;
    this.state = state;
    residual = new double[outcome.value().length];
    slope = new double[residual.length];
  }

  /** Creates the same density for another thread. */
  public MediaDensity forThread() {
    return new MediaDensity(media, priors, terms, outcome);
  }

  /** Returns the density under another prior, in the same room. */
  public MediaDensity withPriors(ParameterPriors others) {
    return new MediaDensity(media, others, terms, outcome, state);
  }

  /**
   * Returns the energy and adds its derivatives by the media parameters.
   *
   * @param point begins with the media parameters
   * @param gradient to add to
   */
  public double energy(double[] point, double[] gradient, Likelihood likelihood) {
    state.evaluate(point);
    double[] total = state.total();
    for (int i = 0; i < residual.length; i++) {
      residual[i] = outcome.value()[i] - total[i];
    }
    double energy = likelihood.energy(residual, slope);
    double share = mediaShare();
    double byShare = MediaSharePrior.slope(share);
    for (int i = 0; i < slope.length; i++) {
      slope[i] = byShare * outcome.share()[i] - slope[i];
    }
    double[][] byChannel = new double[media.channels()][0];
    energy += terms.energy(point, share, state, byChannel, gradient);
    state.addGradient(slope, byChannel, gradient);
    return energy + MediaSharePrior.energy(share) + priors.addGradient(point, gradient);
  }

  /** Returns the contribution of all media at parameters [cell]; the next call overwrites it. */
  public double[] media(double[] theta) {
    state.evaluateResponses(theta);
    return state.total();
  }

  /** Returns the share of all media in the outcome where the density was evaluated last. */
  public double mediaShare() {
    double share = 0;
    for (int i = 0; i < residual.length; i++) {
      share += outcome.share()[i] * state.total()[i];
    }
    return share;
  }

  /**
   * Returns effects of channels where the density was evaluated last, as shares of the outcome:
   * their contributions, their marginal effects, and the sum of the contributions.
   */
  double[] effects() {
    int channels = media.channels();
    double[] effects = new double[2 * channels + 1];
    for (int c = 0; c < channels; c++) {
      effects[c] = state.weighed(c, outcome.share());
      effects[channels + c] = state.marginal(c, outcome.share());
      effects[2 * channels] += effects[c];
    }
    return effects;
  }

  /** Returns zeros for a gradient by a point. */
  static void clear(double[] gradient) {
    Arrays.fill(gradient, 0);
  }
}
