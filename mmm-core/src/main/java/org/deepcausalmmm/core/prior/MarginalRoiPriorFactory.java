package org.deepcausalmmm.core.prior;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.PriorFactory;

/** Creates the component {@code mroi}. */
public final class MarginalRoiPriorFactory implements PriorFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "mroi",
        "1.0.0",
        "Believes the marginal ROI of a channel to be around a value (log-normal).");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(PriorOptions.channel(), PriorOptions.mean(0, 1e9), PriorOptions.sd());
  }

  @Override
  public Prior create(Options options) {
    String channel = options.text("channel");
    double mean = Densities.requirePositive("mroi", options.number("mean"));
    double sd = options.number("sd");
    return quantities -> Densities.logNormal(quantities.marginalRoi(channel), mean, sd);
  }
}
