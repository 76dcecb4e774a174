package org.deepcausalmmm.temporal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import java.util.List;
import org.deepcausalmmm.api.Estimation;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;

/**
 * A gated recurrent unit (Cho et al. 2014) whose gates see the state alone and whose candidate sees
 * the input too.
 *
 * <p>The weights of both gates lie in one matrix, because each operation on arrays costs more than
 * the arithmetic of so few numbers.
 */
final class GatedUnit {

  private final int hidden;
  private final int inputs;

  /** Creates a unit with so many numbers in its state and in each input. */
  GatedUnit(int hidden, int inputs) {
    this.hidden = hidden;
    this.inputs = inputs;
  }

  /** Returns the declarations of the weights, each with a standard normal prior. */
  List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.weights("gate_weights", 1, Estimation.AT_MODE, hidden, 2 * hidden),
        ParameterSpec.weights("gate_bias", 1, Estimation.AT_MODE, 2 * hidden),
        ParameterSpec.weights("candidate_weights", 1, Estimation.AT_MODE, hidden, hidden),
        ParameterSpec.weights("candidate_bias", 1, Estimation.AT_MODE, hidden),
        ParameterSpec.weights("input_weights", 1, Estimation.AT_MODE, inputs, hidden));
  }

  /**
   * Runs over a sequence that all sequences of states share.
   *
   * @param start [sequence, hidden]: the states before the first step
   * @param input [step, input]
   * @return [sequence, step, hidden]: the state after each step
   */
  NDArray run(NDArray start, NDArray input, Parameters parameters) {
    NDArray gateWeights = parameters.get("gate_weights");
    NDArray gateBias = parameters.get("gate_bias");
    NDArray candidateWeights = parameters.get("candidate_weights");
    NDList drive =
        input
            .matMul(parameters.get("input_weights"))
            .add(parameters.get("candidate_bias"))
            .split(input.getShape().get(0));
    NDList states = new NDList(drive.size());
    NDArray state = start;
    for (NDArray now : drive) {
      NDList gates = Activation.sigmoid(state.matMul(gateWeights).add(gateBias)).split(2, 1);
      NDArray update = gates.get(0);
      NDArray reset = gates.get(1);
      NDArray candidate = reset.mul(state).matMul(candidateWeights).add(now).tanh();
      state = state.add(update.mul(candidate.sub(state)));
      states.add(state);
    }
    return NDArrays.stack(states, 1);
  }
}
