package org.deepcausalmmm.core.loss;

import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.testkit.LossContract;

class GaussianTest implements LossContract {
  @Override
  public LossFactory factory() {
    return new GaussianFactory();
  }
}
