package org.deepcausalmmm.temporal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import java.util.List;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.Temporal;

/**
 * Emits the carry-over kernel by a gated recurrent unit (Cho et al. 2014) that walks over the lags.
 *
 * <p>The unit starts from an embedding of the channel, and its weights are shared by all channels.
 * Its output is added to the logits of a geometric kernel and starts at 0, so the kernel stays
 * geometric unless the data ask for more: a delay, or a second peak.
 */
final class GruTemporal implements Temporal {
  private static final double WEIGHT_SD = 1;
  private static final double START_SPREAD = 0.3;

  private final int maxLag;
  private final int hidden;

  GruTemporal(int maxLag, int hidden) {
    this.maxLag = maxLag;
    this.hidden = hidden;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.perChannel(
            "decay",
            Constraint.unit(),
            Belief.around(0.5, 1.2),
            "per week",
            "Share of the effect that is left after a week, before the network's correction."),
        ParameterSpec.weightsPerChannel("embedding", WEIGHT_SD, START_SPREAD, hidden),
        ParameterSpec.weights("gates", WEIGHT_SD, START_SPREAD, hidden, 2 * hidden),
        ParameterSpec.weights("gate_bias", WEIGHT_SD, 0, 2 * hidden),
        ParameterSpec.weights("candidate", WEIGHT_SD, START_SPREAD, hidden, hidden),
        ParameterSpec.weights("candidate_bias", WEIGHT_SD, 0, hidden),
        ParameterSpec.weights("lag_input", WEIGHT_SD, START_SPREAD, hidden),
        ParameterSpec.weights("output", WEIGHT_SD, 0, hidden, 1));
  }

  @Override
  public int maxLag() {
    return maxLag;
  }

  @Override
  public NDArray kernel(Parameters parameters, int channels) {
    NDArray state = parameters.get("embedding").tanh();
    NDArray gates = parameters.get("gates");
    NDArray gateBias = parameters.get("gate_bias");
    NDArray candidate = parameters.get("candidate");
    NDArray candidateBias = parameters.get("candidate_bias");
    NDArray lagInput = parameters.get("lag_input");
    NDList states = new NDList(maxLag + 1);
    for (int lag = 0; lag <= maxLag; lag++) {
      NDArray gate = Activation.sigmoid(state.matMul(gates).add(gateBias));
      NDArray update = gate.get(":, 0:" + hidden);
      NDArray reset = gate.get(":, " + hidden + ":");
      NDArray input = lagInput.mul((double) lag / (maxLag + 1)).add(candidateBias);
      NDArray proposed = reset.mul(state).matMul(candidate).add(input).tanh();
      state = proposed.add(update.mul(state.sub(proposed)));
      states.add(state);
    }
    NDArray correction = NDArrays.stack(states, 1).matMul(parameters.get("output")).squeeze(-1);
    return Kernels.geometricLogits(parameters, maxLag).add(correction).softmax(1);
  }
}
