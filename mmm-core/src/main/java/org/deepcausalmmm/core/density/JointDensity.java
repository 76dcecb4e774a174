package org.deepcausalmmm.core.density;

import java.util.Arrays;
import org.deepcausalmmm.core.baseline.BaselineQuadratic;
import org.deepcausalmmm.core.posterior.HamiltonianSampler;

/**
 * The negative log posterior density of the media parameters and of the baseline's shared
 * coefficients, in plain Java.
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
   * Evaluates the density at a point: its energy, infinite where media are the whole outcome or
   * more, and as monitored quantities the contributions of all channels, the effects of a little
   * more of each, and the share of media.
   *
   * @param point media parameters, then shared coefficients
   * @param gradient to be filled
   */
  @Override
  public HamiltonianSampler.Evaluation evaluate(double[] point, double[] gradient) {
    Arrays.fill(gradient, 0);
    MediaDensity.MediaEvaluation found =
        media.evaluate(
            point,
            gradient,
            (residual, slope) -> baseline.energy(residual, point, parameters, slope, gradient));
    return new HamiltonianSampler.Evaluation(
        found.mediaShare() < 1 ? found.energy() : Double.POSITIVE_INFINITY,
        () -> media.effects(found.state()));
  }
}
