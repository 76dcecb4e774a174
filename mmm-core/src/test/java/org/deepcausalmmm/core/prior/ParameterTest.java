package org.deepcausalmmm.core.prior;

import java.util.Map;
import org.deepcausalmmm.api.PriorFactory;
import org.deepcausalmmm.testkit.PriorContract;

class ParameterTest implements PriorContract {
  @Override
  public PriorFactory factory() {
    return new ParameterFactory();
  }

  @Override
  public Map<String, ?> options() {
    return Map.of(
        "component", "saturation", "parameter", "slope", "channel", "tv", "mean", 1.2, "sd", 0.2);
  }
}
