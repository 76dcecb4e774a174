package org.deepcausalmmm.core.prior;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.PriorFactory;

/** Creates the component {@code media-share}. */
public final class MediaSharePriorFactory implements PriorFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "media-share",
        "1.0.0",
        "Believes the share of all media in the outcome to be around a value (logit-normal).");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        PriorOptions.mean(0, 0.99),
        PriorOptions.sd(),
        OptionSpec.flag(
            "dynamic_scaling",
            false,
            "Scale the belief with the loss of the data instead of counting it in nats."),
        OptionSpec.number(
            "weight", 0.1, 0, 100, "What the belief weighs beside the data, if scaled."));
  }

  @Override
  public Prior create(Options options) {
    double mean = Densities.requirePositive("media-share", options.number("mean"));
    return new MediaSharePrior(
        mean, options.number("sd"), options.flag("dynamic_scaling"), options.number("weight"));
  }
}
