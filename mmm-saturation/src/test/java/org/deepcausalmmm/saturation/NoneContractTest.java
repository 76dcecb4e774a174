package org.deepcausalmmm.saturation;

import org.deepcausalmmm.api.SaturationFactory;
import org.deepcausalmmm.testkit.SaturationContract;

class NoneContractTest implements SaturationContract {
  @Override
  public SaturationFactory factory() {
    return new NoSaturationFactory();
  }

  @Override
  public boolean isBounded() {
    return false;
  }
}
