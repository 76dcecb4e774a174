package org.deepcausalmmm.saturation;

import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.api.SaturationFactory;

/** The factory of the component {@code michaelis-menten}. */
public final class MichaelisMentenSaturationFactory implements SaturationFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo("michaelis-menten", "1.0.0", "Concave, by half saturation.");
  }

  @Override
  public Saturation create(Options options) {
    return new MichaelisMentenSaturation();
  }
}
