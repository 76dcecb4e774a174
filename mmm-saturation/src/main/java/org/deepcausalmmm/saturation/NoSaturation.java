package org.deepcausalmmm.saturation;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.ResponseFunction;
import org.deepcausalmmm.api.Saturation;

/** The response in proportion to exposure. */
final class NoSaturation implements Saturation {
  @Override
  public NDArray apply(NDArray exposure, Parameters parameters) {
    return exposure.mul(1); // a copy of its own; duplicate() would cut off the gradient
  }

  @Override
  public Optional<ResponseFunction> responseFunction() {
    return Optional.of(new LinearResponse());
  }
}
