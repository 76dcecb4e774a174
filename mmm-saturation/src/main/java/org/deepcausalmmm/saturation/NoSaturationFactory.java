package org.deepcausalmmm.saturation;

import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.api.SaturationFactory;

/** The factory of the component {@code none}. */
public final class NoSaturationFactory implements SaturationFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo("none", "1.0.0", "Linear: no diminishing returns.");
  }

  @Override
  public Saturation create(Options options) {
    return new NoSaturation();
  }
}
