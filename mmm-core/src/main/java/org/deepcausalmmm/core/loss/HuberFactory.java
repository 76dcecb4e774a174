package org.deepcausalmmm.core.loss;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;

/** The factory of {@code huber}: normal noise in the middle, exponential tails. */
public final class HuberFactory implements LossFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "huber", "1.0.0", "Normal noise with exponential tails, robust to outliers.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.number(
            "threshold",
            0,
            0,
            10,
            "Residual, in noise scales, at which the tails begin; 0 to estimate it."));
  }

  @Override
  public Loss create(Options options) {
    return new HuberLoss(options.number("threshold"));
  }
}
