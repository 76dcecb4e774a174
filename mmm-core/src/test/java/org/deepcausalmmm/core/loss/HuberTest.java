package org.deepcausalmmm.core.loss;

import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.testkit.LossContract;

class HuberTest implements LossContract {
  @Override
  public LossFactory factory() {
    return new HuberFactory();
  }
}
