package org.deepcausalmmm.core.prior;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.PriorFactory;

/** Creates the component {@code parameter}. */
public final class ParameterPriorFactory implements PriorFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "parameter", "1.0.0", "Believes a parameter of a component to be around a value (normal).");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.requiredText("component", "The kind of component, for example saturation."),
        OptionSpec.requiredText("parameter", "The name of the parameter."),
        OptionSpec.text(
            "channel", "", List.of(), "The channel, if the parameter varies by channel."),
        PriorOptions.mean(-1e12, 1e12),
        PriorOptions.sd());
  }

  @Override
  public Prior create(Options options) {
    String component = options.text("component");
    String parameter = options.text("parameter");
    String channel = options.text("channel");
    double mean = options.number("mean");
    double sd = options.number("sd");
    return quantities ->
        Densities.normal(quantities.parameter(component, parameter, channel), mean, sd);
  }
}
