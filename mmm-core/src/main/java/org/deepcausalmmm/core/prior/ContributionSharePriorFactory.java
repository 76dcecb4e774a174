package org.deepcausalmmm.core.prior;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.PriorFactory;

/** Creates the component {@code contribution-share}. */
public final class ContributionSharePriorFactory implements PriorFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "contribution-share",
        "1.0.0",
        "Believes the share of a channel in the outcome to be around a value (logit-normal).");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(PriorOptions.channel(), PriorOptions.mean(0, 0.99), PriorOptions.sd());
  }

  @Override
  public Prior create(Options options) {
    String channel = options.text("channel");
    double mean = Densities.requirePositive("contribution-share", options.number("mean"));
    double sd = options.number("sd");
    return quantities -> Densities.logitNormal(quantities.contributionShare(channel), mean, sd);
  }
}
