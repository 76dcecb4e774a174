package org.example.weibull;

import org.deepcausalmmm.api.SaturationFactory;
import org.deepcausalmmm.testkit.SaturationContract;

/** Runs the contract of every saturation component. */
class WeibullSaturationTest implements SaturationContract {
  @Override
  public SaturationFactory factory() {
    return new WeibullFactory();
  }
}
