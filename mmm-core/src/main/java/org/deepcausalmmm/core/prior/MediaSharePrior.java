package org.deepcausalmmm.core.prior;

import ai.djl.ndarray.NDArray;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.Quantities;

/**
 * Believes the share of all media in the outcome to be around a value.
 *
 * <p>With dynamic scaling the belief's loss is multiplied by the ratio of the data's loss to it,
 * held constant in the gradient, times a weight, so that it keeps the same relation to the data's
 * loss whatever their units. A density needs no such weight; it is there for those who come from
 * models that have it.
 */
final class MediaSharePrior implements Prior {
  private static final double LEAST = 1e-6;

  private final double mean;
  private final double sd;
  private final boolean dynamicScaling;
  private final double weight;

  MediaSharePrior(double mean, double sd, boolean dynamicScaling, double weight) {
    this.mean = mean;
    this.sd = sd;
    this.dynamicScaling = dynamicScaling;
    this.weight = weight;
  }

  @Override
  public NDArray logDensity(Quantities quantities) {
    NDArray density = Densities.logitNormal(quantities.mediaShare(), mean, sd);
    if (!dynamicScaling) {
      return density;
    }
    NDArray ratio =
        quantities.dataLoss().div(density.stopGradient().neg().maximum(LEAST)).mul(weight);
    return density.mul(ratio);
  }
}
