package org.deepcausalmmm.temporal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.Effectiveness;
import org.deepcausalmmm.api.Estimation;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;

/**
 * Time-varying effectiveness from a recurrent network over the calendar.
 *
 * <p>log multiplier = tanh(sd output . state), so that it stays within a factor of e either way.
 * The output weights, one set a channel, start at 0 and have standard normal priors. The network
 * sees the position in the series and the season, never an exposure.
 */
final class GruEffectiveness implements Effectiveness {
  private static final int HIDDEN = 8;
  private static final int FEATURES = 3;

  private final double sd;
  private final GatedUnit unit = new GatedUnit(HIDDEN, FEATURES);

  GruEffectiveness(double sd) {
    this.sd = sd;
  }

  @Override
  public List<ParameterSpec> parameters() {
    List<ParameterSpec> specs = new ArrayList<>(unit.parameters());
    specs.add(ParameterSpec.weightsPerChannel("output_weights", 1, Estimation.SAMPLED, HIDDEN));
    return specs;
  }

  @Override
  public NDArray logMultiplier(NDArray calendar, Parameters parameters, int channels) {
    NDArray features = calendar.get("0:, 0:" + FEATURES);
    NDArray start = parameters.manager().zeros(new Shape(1, HIDDEN), calendar.getDataType());
    NDArray states = unit.run(start, features, parameters).squeeze(0);
    return states.matMul(parameters.get("output_weights").transpose()).mul(sd).tanh();
  }
}
