package org.deepcausalmmm.temporal;

import org.deepcausalmmm.api.TemporalFactory;
import org.deepcausalmmm.testkit.TemporalContract;

class GeometricContractTest implements TemporalContract {
  @Override
  public TemporalFactory factory() {
    return new GeometricFactory();
  }
}
