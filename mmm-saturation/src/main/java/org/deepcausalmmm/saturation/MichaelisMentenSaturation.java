package org.deepcausalmmm.saturation;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.ResponseFunction;
import org.deepcausalmmm.api.Saturation;

/** The response a / (a + h) (Michaelis and Menten 1913): concave everywhere. */
final class MichaelisMentenSaturation implements Saturation {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(SharedParameters.halfSaturation());
  }

  @Override
  public NDArray apply(NDArray exposure, Parameters parameters) {
    return exposure.div(exposure.add(parameters.get("half_saturation")));
  }

  @Override
  public Optional<ResponseFunction> responseFunction() {
    return Optional.of(new MichaelisMentenResponse());
  }
}
