package org.deepcausalmmm.core.loss;

import java.util.Map;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.testkit.LossContract;

class FixedStudentTest implements LossContract {
  @Override
  public LossFactory factory() {
    return new StudentFactory();
  }

  @Override
  public Map<String, ?> options() {
    return Map.of("degrees_of_freedom", 4);
  }
}
