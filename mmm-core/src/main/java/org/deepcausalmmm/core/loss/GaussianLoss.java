package org.deepcausalmmm.core.loss;

import ai.djl.ndarray.NDArray;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.Parameters;

/** The negative log density of the standard normal distribution: r^2 / 2 + log(2 pi) / 2. */
final class GaussianLoss implements Loss {
  @Override
  public NDArray negativeLogDensity(NDArray residual, Parameters parameters) {
    return residual.square().mul(0.5).add(0.5 * Math.log(2 * Math.PI));
  }
}
