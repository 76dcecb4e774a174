package org.deepcausalmmm.core.prior;

import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.PriorFactory;
import org.deepcausalmmm.api.Quantities;

/**
 * The factory of {@code media-share}: a logit-normal prior on the contribution share of all media.
 */
public final class MediaShareFactory implements PriorFactory {
  private static final String ID = "media-share";
  private static final double USUAL_WEIGHT = 0.1;

  @Override
  public ComponentInfo info() {
    return new ComponentInfo(ID, "1.0.0", "Belief about the share of all media in the outcome.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        Beliefs.shareMean("Believed share of all media in the outcome, 0 to 1."),
        Beliefs.sd(),
        OptionSpec.flag(
            "dynamic_scaling",
            false,
            "Scale the belief to the loss of the data at every step; then it is no density."),
        OptionSpec.number(
            "weight",
            USUAL_WEIGHT,
            0.001,
            100,
            "What the belief weighs beside the data, if scaled."));
  }

  @Override
  public Prior create(Options options) {
    Density density = Beliefs.share(ID, options);
    double weight = options.number("weight");
    if (options.flag("dynamic_scaling")) {
      return new ScaledPrior(Quantities::mediaShare, density, weight);
    }
    if (weight != USUAL_WEIGHT) {
      throw new MmmException(
          ErrorKind.CONFIG,
          68,
          "Option 'weight' of media-share is %s, but only a scaled belief has one."
              .formatted(weight),
          "Remove it and choose the sd, or set dynamic_scaling: true.");
    }
    return new QuantityPrior(Quantities::mediaShare, density);
  }
}
