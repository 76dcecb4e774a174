package org.deepcausalmmm.core.loss;

import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.api.Options;

/** Creates the component {@code huber}. */
public final class HuberLossFactory implements LossFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "huber", "1.0.0", "Scores small residuals by their square and large ones by their size.");
  }

  @Override
  public Loss create(Options options) {
    return new HuberLoss();
  }
}
