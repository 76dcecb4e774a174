package org.deepcausalmmm.core.loss;

import java.util.Map;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.testkit.LossContract;

class FixedHuberTest implements LossContract {
  @Override
  public LossFactory factory() {
    return new HuberFactory();
  }

  @Override
  public Map<String, ?> options() {
    return Map.of("threshold", 1.5);
  }
}
