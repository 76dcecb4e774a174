package org.deepcausalmmm.core.loss;

import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.api.Options;

/** The factory of {@code gaussian}: squared residuals, no protection against outliers. */
public final class GaussianFactory implements LossFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo("gaussian", "1.0.0", "Normal noise, not robust to outliers.");
  }

  @Override
  public Loss create(Options options) {
    return new GaussianLoss();
  }
}
