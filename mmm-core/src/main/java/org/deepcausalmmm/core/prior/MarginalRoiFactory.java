package org.deepcausalmmm.core.prior;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.PriorFactory;

/** The factory of {@code mroi}: a log-normal prior on the marginal ROI of a channel. */
public final class MarginalRoiFactory implements PriorFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "mroi",
        "1.0.0",
        "Prior on the marginal ROI of a channel, in money if revenue_per_kpi is given, else in"
            + " outcome.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        PriorOptions.channel(),
        PriorOptions.positiveMean(
            "Mean of the marginal ROI, in money per unit of spend if revenue_per_kpi is given."),
        PriorOptions.sd());
  }

  @Override
  public Prior create(Options options) {
    String channel = options.text("channel");
    return new QuantityPrior(
        quantities -> quantities.marginalRoi(channel), PriorOptions.positive("mroi", options));
  }
}
