package org.deepcausalmmm.core.prior;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.PriorFactory;

/**
 * The factory of {@code contribution-share}: a log-normal prior on the contribution share of a
 * channel.
 */
public final class ContributionShareFactory implements PriorFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "contribution-share", "1.0.0", "Prior on the contribution share of a channel.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        PriorOptions.channel(),
        PriorOptions.shareMean("Mean of the channel's share in the outcome, 0 to 1."),
        PriorOptions.sd());
  }

  @Override
  public Prior create(Options options) {
    String channel = options.text("channel");
    return new QuantityPrior(
        quantities -> quantities.contributionShare(channel),
        PriorOptions.positive("contribution-share", options));
  }
}
