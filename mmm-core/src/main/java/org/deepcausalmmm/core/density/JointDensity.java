package org.deepcausalmmm.core.density;

import org.deepcausalmmm.core.baseline.BaselineQuadratic;
import org.deepcausalmmm.core.posterior.HamiltonianSampler;

/**
 * The negative log posterior density of the media parameters and of the baseline's shared
 * coefficients, in plain Java. For one thread.
 */
public final class JointDensity implements HamiltonianSampler.Density {
  private final MediaDensity media;
  private final BaselineQuadratic baseline;
  private final int parameters;

  /**
   * Creates a density.
   *
   * @param parameters number of media parameters
   */
  public JointDensity(MediaDensity media, BaselineQuadratic baseline, int parameters) {
    this.media = media;
    this.baseline = baseline;
    this.parameters = parameters;
  }

  /**
   * Returns the energy at a point.
   *
   * @param point media parameters, then shared coefficients
   * @param gradient to be filled
   * @return infinite where media are the whole outcome or more
   */
  @Override
  public double energy(double[] point, double[] gradient) {
    MediaDensity.clear(gradient);
    double energy =
        media.energy(
            point,
            gradient,
            (residual, slope) -> baseline.energy(residual, point, parameters, slope, gradient));
    return media.mediaShare() < 1 ? energy : Double.POSITIVE_INFINITY;
  }

  /**
   * Returns the contributions of all channels, the effects of a little more of each, and the share
   * of media, at the last point.
   */
  @Override
  public double[] watched() {
    return media.effects();
  }
}
