package org.example.weibull;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.Saturation;

/** Response 1 - exp(-(x / scale)^shape): concave for shapes up to 1, S-shaped above. */
record WeibullSaturation(double maxShape) implements Saturation {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.perChannel(
            "shape", Constraint.interval(0.3, maxShape), Belief.around(1, 0.5), "",
            "Steepness; above 1 the curve is S-shaped."),
        ParameterSpec.perChannel(
            "scale", Constraint.positive(), Belief.around(1, 0.7), "average exposure",
            "Exposure at which 63% of the effect is reached."));
  }

  @Override
  public NDArray apply(NDArray exposure, Parameters p) {
    // By way of the logarithm, so that no slope is infinite: neither at 0 nor far out.
    NDArray log = exposure.maximum(1e-6).log().sub(p.get("scale").log()).mul(p.get("shape"));
    NDArray response = log.minimum(4).exp().neg().exp().neg().add(1);
    return response.mul(exposure.gt(0).toType(exposure.getDataType(), false));
  }
}
