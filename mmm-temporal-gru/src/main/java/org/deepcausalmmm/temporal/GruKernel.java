package org.deepcausalmmm.temporal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.Effectiveness;
import org.deepcausalmmm.api.Estimation;
import org.deepcausalmmm.api.KernelFunction;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.Temporal;

/**
 * A geometric kernel bent by a recurrent network, which adds lag by lag to the logarithm of the
 * geometric weight.
 *
 * <p>kernel = softmax over l of [l log(decay) + output . state(l)], where the state starts at
 * tanh(embedding of the channel) and the network sees l / (max_lag + 1) at some of the lags, see
 * {@link LagKnots}. The network is shared by all channels. Every channel weighs its output for
 * itself, so that what is not known of one kernel says nothing of another, and these weights start
 * at 0: a channel starts geometric and leaves that only if the data ask for it.
 */
final class GruKernel implements Temporal {

  private final int maxLag;
  private final int hidden;
  private final GatedUnit unit;
  private final LagKnots knots;
  private final RowPeriod period;
  private final Optional<Effectiveness> effectiveness;

  GruKernel(int maxLag, int hidden, RowPeriod period, Optional<Effectiveness> effectiveness) {
    this.maxLag = maxLag;
    this.period = period;
    this.hidden = hidden;
    this.unit = new GatedUnit(hidden, 1);
    this.knots = new LagKnots(maxLag);
    this.effectiveness = effectiveness;
  }

  @Override
  public List<ParameterSpec> parameters() {
    List<ParameterSpec> specs = new ArrayList<>();
    specs.add(
        period.decay(
            "Share of the effect that remains a %s later, before the network's correction."));
    specs.add(ParameterSpec.weightsPerChannel("embedding", 1, Estimation.AT_MODE, hidden));
    specs.addAll(unit.parameters());
    specs.add(ParameterSpec.weightsPerChannel("output_weights", 1, Estimation.SAMPLED, hidden));
    return specs;
  }

  @Override
  public int maxLag() {
    return maxLag;
  }

  @Override
  public NDArray kernel(Parameters parameters, int channels) {
    NDArray logDecay = Kernels.logDecay(parameters.get("decay"));
    DataType type = logDecay.getDataType();
    NDArray start = parameters.get("embedding").tanh();
    NDArray states = unit.run(start, knots.input(parameters.manager(), type), parameters);
    NDArray weights = parameters.get("output_weights").expandDims(-1);
    NDArray correction =
        states.matMul(weights).squeeze(-1).matMul(knots.lines(parameters.manager(), type));
    NDArray lags = Kernels.lags(parameters.manager(), maxLag + 1, type);
    return logDecay.mul(lags).add(correction).softmax(-1);
  }

  @Override
  public Optional<Effectiveness> effectiveness() {
    return effectiveness;
  }

  @Override
  public Optional<KernelFunction> kernelFunction() {
    return Optional.of(new GruFunction(maxLag, hidden, knots));
  }
}
