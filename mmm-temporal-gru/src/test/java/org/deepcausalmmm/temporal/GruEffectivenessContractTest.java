package org.deepcausalmmm.temporal;

import java.util.Map;
import org.deepcausalmmm.api.TemporalFactory;
import org.deepcausalmmm.testkit.TemporalContract;

class GruEffectivenessContractTest implements TemporalContract {
  @Override
  public TemporalFactory factory() {
    return new GeometricFactory();
  }

  @Override
  public Map<String, ?> options() {
    return Map.of("effectiveness", "gru");
  }
}
