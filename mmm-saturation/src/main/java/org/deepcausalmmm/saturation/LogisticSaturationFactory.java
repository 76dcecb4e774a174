package org.deepcausalmmm.saturation;

import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.api.SaturationFactory;

/** The factory of the component {@code logistic}. */
public final class LogisticSaturationFactory implements SaturationFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo("logistic", "1.0.0", "Concave, by the logistic function.");
  }

  @Override
  public Saturation create(Options options) {
    return new LogisticSaturation();
  }
}
