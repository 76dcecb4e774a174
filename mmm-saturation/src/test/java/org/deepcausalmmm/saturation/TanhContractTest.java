package org.deepcausalmmm.saturation;

import org.deepcausalmmm.api.SaturationFactory;
import org.deepcausalmmm.testkit.SaturationContract;

class TanhContractTest implements SaturationContract {
  @Override
  public SaturationFactory factory() {
    return new TanhSaturationFactory();
  }
}
