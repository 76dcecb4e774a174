package org.deepcausalmmm.temporal;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.Effectiveness;
import org.deepcausalmmm.api.KernelFunction;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.Temporal;

/**
 * A kernel that builds up to a peak and decays after it: kernel(l) is proportional to
 * decay^distance, where the distance between l and the delay is rounded off at the peak.
 *
 * <p>distance = sqrt((l - delay)^2 + 1/16). It differs from |l - delay| by a quarter of a week at
 * the most, and unlike it has a gradient everywhere, so that the delay can take any value and be
 * found by gradient steps. Jin et al. (2017), cited at {@link GeometricKernel}, square the distance
 * (equation 3); that makes the tail of a long carry-over too thin.
 */
final class DelayedKernel implements Temporal {
  static final double ROUNDING = 1.0 / 16;

  private final int maxLag;
  private final double maxDelay;
  private final RowPeriod period;
  private final Optional<Effectiveness> effectiveness;

  DelayedKernel(
      int maxLag, double maxDelay, RowPeriod period, Optional<Effectiveness> effectiveness) {
    this.maxLag = maxLag;
    this.maxDelay = maxDelay;
    this.period = period;
    this.effectiveness = effectiveness;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        period.decay("Share of the effect that remains a %s further from the peak."),
        period.delay(maxDelay));
  }

  @Override
  public int maxLag() {
    return maxLag;
  }

  @Override
  public NDArray kernel(Parameters parameters, int channels) {
    NDArray logDecay = Kernels.logDecay(parameters.get("decay"));
    NDArray lags = Kernels.lags(parameters.manager(), maxLag + 1, logDecay.getDataType());
    NDArray distance =
        lags.sub(parameters.get("delay").expandDims(-1)).square().add(ROUNDING).sqrt();
    return logDecay.mul(distance).softmax(-1);
  }

  @Override
  public Optional<Effectiveness> effectiveness() {
    return effectiveness;
  }

  @Override
  public Optional<KernelFunction> kernelFunction() {
    return Optional.of(new DelayedFunction(maxLag));
  }
}
