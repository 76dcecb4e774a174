package org.deepcausalmmm.temporal;

import org.deepcausalmmm.api.TemporalFactory;
import org.deepcausalmmm.testkit.TemporalContract;

class GruContractTest implements TemporalContract {
  @Override
  public TemporalFactory factory() {
    return new GruFactory();
  }
}
