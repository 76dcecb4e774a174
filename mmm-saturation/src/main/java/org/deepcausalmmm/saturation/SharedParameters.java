package org.deepcausalmmm.saturation;

import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.ParameterSpec;

/** The parameters that several curves have in common. */
final class SharedParameters {
  private SharedParameters() {}

  /** Declares the exposure at which a curve reaches half of its greatest response. */
  static ParameterSpec halfSaturation() {
    return ParameterSpec.perChannel(
        "half_saturation",
        Constraint.positive(),
        Belief.around(1, 0.4).pooled(0.3),
        "average exposure",
        "Exposure at which half of the greatest response is reached.");
  }
}
