package org.deepcausalmmm.core.density;

import java.util.Arrays;
import org.deepcausalmmm.core.baseline.BaselineQuadratic;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.model.NumericMedia;
import org.deepcausalmmm.core.model.NumericState;

/**
 * Minus the log posterior density of the media parameters and of the baseline's shared coefficients,
 * with its gradient, in plain Java. For one thread; {@link #forThread} creates another of its kind.
 */
public final class PosteriorDensity {
  private final NumericMedia media;
  private final ParameterPriors priors;
  private final BaselineQuadratic baseline;
  private final double[] outcome;
  private final double[] outcomeShare;
  private final int parameters;
  private final NumericState state;
  private final double[] residual;
  private final double[] slope;
  private double share;

  /**
   * Creates a density.
   *
   * @param outcome [cell], in units of the region's mean
   * @param outcomeShare [cell]: what a unit of it is of the whole outcome; 0 where not observed
   * @param parameters how many media parameters there are
   */
  public PosteriorDensity(
      NumericMedia media,
      ParameterPriors priors,
      BaselineQuadratic baseline,
      double[] outcome,
      double[] outcomeShare,
      int parameters) {
    this.media = media;
    this.priors = priors;
    this.baseline = baseline;
    this.outcome = outcome;
    this.outcomeShare = outcomeShare;
    this.parameters = parameters;
    state = media.newState();
    residual = new double[outcome.length];
    slope = new double[outcome.length];
  }

  /** Creates the same density for another thread. */
  public PosteriorDensity forThread() {
    return new PosteriorDensity(media, priors, baseline, outcome, outcomeShare, parameters);
  }

  /** Returns how many coordinates a point has: media parameters, then shared coefficients. */
  public int size() {
    return parameters + baseline.size();
  }

  /**
   * Computes the energy at a point.
   *
   * @param gradient to be filled
   * @return minus the log density up to a constant; infinite where media are the whole outcome
   */
  public double energy(double[] point, double[] gradient) {
    Arrays.fill(gradient, 0);
    state.evaluate(point);
    double[] total = state.total();
    share = 0;
    for (int i = 0; i < residual.length; i++) {
      residual[i] = outcome[i] - total[i];
      share += outcomeShare[i] * total[i];
    }
    double energy = baseline.energy(residual, point, parameters, slope, gradient);
    double bySharing = MediaSharePrior.slope(share);
    for (int i = 0; i < slope.length; i++) {
      slope[i] = bySharing * outcomeShare[i] - slope[i];
    }
    state.addGradient(slope, gradient);
    energy += MediaSharePrior.energy(share) + priors.addGradient(point, gradient);
    return share < 1 ? energy : Double.POSITIVE_INFINITY;
  }

  /** Returns the share of all media in the outcome at the point that was evaluated last. */
  public double mediaShare() {
    return share;
  }

  /** Returns the media at the point that was evaluated last. */
  public NumericState state() {
    return state;
  }
}
