package org.deepcausalmmm.core.prior;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.PriorFactory;

/** The factory of {@code parameter}: a prior on any parameter of a component, by its name. */
public final class ParameterFactory implements PriorFactory {
  /** The id of the component. */
  public static final String ID = "parameter";

  @Override
  public ComponentInfo info() {
    return new ComponentInfo(ID, "1.0.0", "Prior on a parameter of a component, by name.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.requiredText("component", "Kind of component, for example saturation."),
        OptionSpec.requiredText("parameter", "Name of the parameter, for example slope."),
        OptionSpec.text(
            "channel", "", List.of(), "Name of the channel; empty if all share the parameter."),
        PriorOptions.anyMean("Mean of the parameter."),
        PriorOptions.sd(),
        OptionSpec.text(
            "distribution",
            "normal",
            List.of("normal", "log-normal", "logit-normal"),
            "Distribution of the prior: log-normal for positive values, logit-normal for shares."));
  }

  @Override
  public Prior create(Options options) {
    String kind = options.text("component");
    String name = options.text("parameter");
    String channel = options.text("channel");
    return new QuantityPrior(
        quantities -> quantities.parameter(kind, name, channel), density(options));
  }

  private static Density density(Options options) {
    return switch (options.text("distribution")) {
      case "log-normal" -> PriorOptions.positive(ID, options);
      case "logit-normal" -> PriorOptions.share(ID, options);
      default -> Density.normal(options.number("mean"), options.number("sd"));
    };
  }
}
