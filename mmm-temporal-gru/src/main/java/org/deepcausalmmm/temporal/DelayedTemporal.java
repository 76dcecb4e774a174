package org.deepcausalmmm.temporal;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.Temporal;

/**
 * Lets the effect peak some weeks later and fade on both sides: weight decay^|lag - delay|.
 *
 * <p>The delay is continuous; near it the absolute value is rounded so that the gradient exists.
 */
final class DelayedTemporal implements Temporal {
  private static final double ROUNDING = 0.05;

  private final int maxLag;

  DelayedTemporal(int maxLag) {
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
            "Share of the effect that is left a week from the peak."),
        ParameterSpec.perChannel(
            "delay",
            Constraint.interval(0, maxLag),
            Belief.around(Math.min(1, maxLag / 2.0), 1.5),
            "weeks",
            "Weeks until the effect peaks."));
  }

  @Override
  public int maxLag() {
    return maxLag;
  }

  @Override
  public NDArray kernel(Parameters parameters, int channels) {
    NDArray logDecay = parameters.get("decay").log().reshape(-1, 1);
    NDArray delay = parameters.get("delay").reshape(-1, 1);
    NDArray distance = Kernels.lags(parameters, delay, maxLag).sub(delay);
    NDArray rounded = distance.square().add(ROUNDING).sqrt();
    return logDecay.mul(rounded).softmax(1);
  }
}
