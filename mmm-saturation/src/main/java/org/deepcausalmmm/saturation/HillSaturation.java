package org.deepcausalmmm.saturation;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.ResponseFunction;
import org.deepcausalmmm.api.Saturation;

/**
 * The response a^s / (a^s + h^s) (Hill 1910): concave for slopes s up to 1, S-shaped above.
 *
 * <p>Computed as sigmoid(s (log a - log h)), with an exact 0 and a finite gradient at a = 0.
 */
final class HillSaturation implements Saturation {
  /** Keeps the logarithm of an exposure finite. */
  static final double LEAST = 1e-9;

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.perChannel(
            "slope",
            Constraint.positive(),
            Belief.around(1.4, 0.35).pooled(0.2),
            "",
            "Steepness; above 1 the curve is S-shaped."),
        SharedParameters.halfSaturation());
  }

  @Override
  public NDArray apply(NDArray exposure, Parameters parameters) {
    NDArray logRatio = exposure.maximum(LEAST).log().sub(parameters.get("half_saturation").log());
    NDArray on = exposure.gt(0).toType(exposure.getDataType(), false);
    return Activation.sigmoid(logRatio.mul(parameters.get("slope"))).mul(on);
  }

  @Override
  public Optional<ResponseFunction> responseFunction() {
    return Optional.of(new HillResponse());
  }
}
