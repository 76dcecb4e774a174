package org.deepcausalmmm.temporal;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.Temporal;

/** Lets the effect fade by the same factor every week (Koyck 1954; Broadbent 1979). */
final class GeometricTemporal implements Temporal {
  private final int maxLag;

  GeometricTemporal(int maxLag) {
    this.maxLag = maxLag;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.perChannel(
            "decay",
            Constraint.unit(),
            Belief.around(0.5, 1.2),
            "per week",
            "Share of the effect that is left after a week."));
  }

  @Override
  public int maxLag() {
    return maxLag;
  }

  @Override
  public NDArray kernel(Parameters parameters, int channels) {
    return Kernels.geometricLogits(parameters, maxLag).softmax(1);
  }
}
