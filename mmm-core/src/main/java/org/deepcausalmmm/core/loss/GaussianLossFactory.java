package org.deepcausalmmm.core.loss;

import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.api.Options;

/** Creates the component {@code gaussian}. */
public final class GaussianLossFactory implements LossFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo("gaussian", "1.0.0", "Scores residuals by their square.");
  }

  @Override
  public Loss create(Options options) {
    return new GaussianLoss();
  }
}
