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

/**
 * The response (1 - exp(-k a)) / (1 + exp(-k a)) = tanh(k a / 2), the logistic function moved to 0
 * at 0 (Jin et al. 2017, Bayesian methods for media mix modeling).
 */
final class LogisticSaturation implements Saturation {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.perChannel(
            "steepness",
            Constraint.positive(),
            Belief.around(1.1, 0.4).pooled(0.3),
            "per average exposure",
            "How fast the response approaches its greatest."));
  }

  @Override
  public NDArray apply(NDArray exposure, Parameters parameters) {
    return exposure.mul(parameters.get("steepness")).div(2).tanh();
  }

  @Override
  public Optional<ResponseFunction> responseFunction() {
    return Optional.of(new TanhResponse(0.5, false));
  }
}
