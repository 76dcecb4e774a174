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
 * A geometric kernel, of which the same share remains from week to week: kernel(l) is proportional
 * to decay^l.
 *
 * <p>Source: Jin, Wang, Sun, Chan and Koehler (2017), Bayesian Methods for Media Mix Modeling with
 * Carryover and Shape Effects, equation 2.
 */
final class GeometricKernel implements Temporal {
  private final int maxLag;
  private final RowPeriod period;
  private final Optional<Effectiveness> effectiveness;

  GeometricKernel(int maxLag, RowPeriod period, Optional<Effectiveness> effectiveness) {
    this.maxLag = maxLag;
    this.period = period;
    this.effectiveness = effectiveness;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(period.decay("Share of the effect that remains a %s later."));
  }

  @Override
  public int maxLag() {
    return maxLag;
  }

  @Override
  public NDArray kernel(Parameters parameters, int channels) {
    NDArray logDecay = Kernels.logDecay(parameters.get("decay"));
    return logDecay
        .mul(Kernels.lags(parameters.manager(), maxLag + 1, logDecay.getDataType()))
        .softmax(-1);
  }

  @Override
  public Optional<Effectiveness> effectiveness() {
    return effectiveness;
  }

  @Override
  public Optional<KernelFunction> kernelFunction() {
    return Optional.of(new GeometricFunction(maxLag));
  }
}
