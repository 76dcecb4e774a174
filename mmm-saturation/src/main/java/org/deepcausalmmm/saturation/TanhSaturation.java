package org.deepcausalmmm.saturation;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.ResponseFunction;
import org.deepcausalmmm.api.Saturation;

/** The response tanh(a / c): nearly linear far below the scale c, flat above twice of it. */
final class TanhSaturation implements Saturation {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.perChannel(
            "scale",
            Constraint.positive(),
            Belief.around(1.8, 0.4).pooled(0.3),
            "average exposure",
            "Exposure at which 76% of the greatest response is reached."));
  }

  @Override
  public NDArray apply(NDArray exposure, Parameters parameters) {
    return exposure.div(parameters.get("scale")).tanh();
  }

  @Override
  public Optional<ResponseFunction> responseFunction() {
    return Optional.of(new TanhResponse(1, true));
  }
}
