package org.deepcausalmmm.saturation;

import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.api.SaturationFactory;

/** The factory of the component {@code hill}. */
public final class HillSaturationFactory implements SaturationFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo("hill", "1.0.0", "Concave or S-shaped, by slope and half saturation.");
  }

  @Override
  public Saturation create(Options options) {
    return new HillSaturation();
  }
}
