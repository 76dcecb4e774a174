package org.deepcausalmmm.core.prior;

import ai.djl.ndarray.NDArray;
import java.util.function.Function;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.Quantities;

/**
 * An attribution loss that is scaled to the loss of the data: attribution x weight x stop(|data| /
 * attribution), where attribution is half the squared standardised difference.
 *
 * <p>This is the dynamic loss scaling of the DeepCausalMMM paper, kept for those who reproduce it.
 * The balance between prior and data then no longer follows from the sd, so it is no density. The
 * attribution loss in the ratio is at least a hundredth of a nat, so that the ratio stays finite
 * where prior and model agree.
 */
record ScaledPrior(Function<Quantities, NDArray> quantity, Density density, double weight)
    implements Prior {
  private static final double LEAST = 0.01;

  @Override
  public NDArray logDensity(Quantities quantities) {
    NDArray attribution = density.standardized(quantity.apply(quantities)).square().mul(0.5);
    NDArray ratio =
        quantities.dataLoss().stopGradient().abs().div(attribution.stopGradient().maximum(LEAST));
    return attribution.mul(ratio).mul(-weight);
  }
}
