package org.deepcausalmmm.saturation;

import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.api.SaturationFactory;

/** The factory of the component {@code tanh}. */
public final class TanhSaturationFactory implements SaturationFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo("tanh", "1.0.0", "Concave, nearly linear for small exposure.");
  }

  @Override
  public Saturation create(Options options) {
    return new TanhSaturation();
  }
}
