package org.deepcausalmmm.temporal;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.Effectiveness;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.Temporal;

/**
 * Lets a recurrent network bend a geometric kernel: lag by lag it adds to the logarithm of the
 * geometric weight.
 *
 * <p>kernel = softmax over l of [l log(decay) + output . state(l)], where the state starts at
 * tanh(embedding of the channel) and the network sees l / (max_lag + 1). The network is shared by
 * all channels and its output weights start at 0, so that every channel starts geometric and leaves
 * that only if the data ask for it.
 */
final class GruKernel implements Temporal {
  private static final double START_SPREAD = 0.3;

  private final int maxLag;
  private final int hidden;
  private final GatedUnit unit;
  private final Optional<Effectiveness> effectiveness;

  GruKernel(int maxLag, int hidden, Optional<Effectiveness> effectiveness) {
    this.maxLag = maxLag;
    this.hidden = hidden;
    this.unit = new GatedUnit(hidden, 1);
    this.effectiveness = effectiveness;
  }

  @Override
  public List<ParameterSpec> parameters() {
    List<ParameterSpec> specs = new ArrayList<>();
    specs.add(
        Kernels.decay("Share of the effect left a week later, before the network's correction."));
    specs.add(ParameterSpec.weightsPerChannel("embedding", 1, START_SPREAD, hidden));
    specs.addAll(unit.parameters());
    specs.add(ParameterSpec.weights("output_weights", 1, 0, hidden, 1));
    return specs;
  }

  @Override
  public int maxLag() {
    return maxLag;
  }

  @Override
  public NDArray kernel(Parameters parameters, int channels) {
    NDArray logDecay = Kernels.logDecay(parameters.get("decay"));
    NDArray lags = Kernels.lags(parameters.manager(), maxLag + 1, logDecay.getDataType());
    NDArray start = parameters.get("embedding").tanh();
    NDArray states = unit.run(start, lags.div(maxLag + 1).reshape(maxLag + 1, 1), parameters);
    NDArray correction = states.matMul(parameters.get("output_weights")).squeeze(-1);
    return logDecay.mul(lags).add(correction).softmax(-1);
  }

  @Override
  public Optional<Effectiveness> effectiveness() {
    return effectiveness;
  }
}
