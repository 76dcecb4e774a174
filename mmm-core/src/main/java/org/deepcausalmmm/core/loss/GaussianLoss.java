package org.deepcausalmmm.core.loss;

import ai.djl.ndarray.NDArray;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.Parameters;

/** Scores residuals by their square: the normal density. */
final class GaussianLoss implements Loss {
  private static final double LOG_NORMALISER = 0.5 * Math.log(2 * Math.PI);

  @Override
  public NDArray negativeLogDensity(NDArray residual, Parameters parameters) {
    return residual.square().mul(0.5).add(LOG_NORMALISER);
  }
}
