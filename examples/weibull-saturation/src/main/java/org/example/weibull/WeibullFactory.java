package org.example.weibull;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.api.SaturationFactory;

/** Creates the component {@code weibull}. */
public final class WeibullFactory implements SaturationFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo("weibull", "1.0.0", "Weibull distribution function as response.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(OptionSpec.number("max_shape", 4, 1.5, 10, "Upper bound of the shape."));
  }

  @Override
  public Saturation create(Options options) {
    return new WeibullSaturation(options.number("max_shape"));
  }
}
