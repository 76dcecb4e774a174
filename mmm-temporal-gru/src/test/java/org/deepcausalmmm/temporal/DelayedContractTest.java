package org.deepcausalmmm.temporal;

import org.deepcausalmmm.api.TemporalFactory;
import org.deepcausalmmm.testkit.TemporalContract;

class DelayedContractTest implements TemporalContract {
  @Override
  public TemporalFactory factory() {
    return new DelayedFactory();
  }
}
