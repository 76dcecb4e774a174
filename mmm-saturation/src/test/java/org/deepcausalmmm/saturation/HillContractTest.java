package org.deepcausalmmm.saturation;

import org.deepcausalmmm.api.SaturationFactory;
import org.deepcausalmmm.testkit.SaturationContract;

class HillContractTest implements SaturationContract {
  @Override
  public SaturationFactory factory() {
    return new HillSaturationFactory();
  }
}
