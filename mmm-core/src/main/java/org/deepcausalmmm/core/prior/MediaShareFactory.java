package org.deepcausalmmm.core.prior;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.PriorFactory;
import org.deepcausalmmm.api.Quantities;
import org.deepcausalmmm.core.error.CoreCode;

/**
 * The factory of {@code media-share}: a logit-normal prior on the contribution share of all media.
 */
public final class MediaShareFactory implements PriorFactory {
  private static final String ID = "media-share";
  private static final double USUAL_WEIGHT = 0.1;

  @Override
  public ComponentInfo info() {
    return new ComponentInfo(ID, "1.0.0", "Prior on the contribution share of all media.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        PriorOptions.shareMean("Mean of the share of all media in the outcome, 0 to 1."),
        PriorOptions.sd(),
        OptionSpec.flag(
            "dynamic_scaling",
            false,
            "Scale the prior to the loss of the data at every step; it is then no density."),
        OptionSpec.number(
            "weight",
            USUAL_WEIGHT,
            0.001,
            100,
            "Weight of the prior relative to the data, if scaled."));
  }

  @Override
  public Prior create(Options options) {
    Density density = PriorOptions.share(ID, options);
    double weight = options.number("weight");
    if (options.flag("dynamic_scaling")) {
      return new ScaledPrior(Quantities::mediaShare, density, weight);
    }
    if (weight != USUAL_WEIGHT) {
      throw CoreCode.WEIGHT_WITHOUT_SCALING.error(
          "Option 'weight' of media-share is %s, but only a scaled prior has a weight."
              .formatted(weight),
          "Remove it and choose the sd, or set dynamic_scaling: true.");
    }
    return new QuantityPrior(Quantities::mediaShare, density);
  }
}
