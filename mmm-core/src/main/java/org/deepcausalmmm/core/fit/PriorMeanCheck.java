package org.deepcausalmmm.core.fit;

import java.util.List;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.error.CoreCode;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.model.ParameterLayout;
import org.deepcausalmmm.core.prior.ParameterFactory;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;

/** A check that the means of priors lie within the bounds of their parameters. */
final class PriorMeanCheck {
  private PriorMeanCheck() {}

  /**
   * Requires that the means of priors lie within the bounds of their parameters.
   *
   * @throws MmmException MMM-CONFIG-067 if one does not
   */
  static void require(List<ComponentChoice> priors, ParameterLayout layout) {
    for (ComponentChoice prior : priors) {
      if (prior.type().equals(ParameterFactory.ID)
          && prior.options().get("mean") instanceof Number mean) {
        named(prior, layout)
            .forEach(block -> require(mean.doubleValue(), block.spec().constraint(), prior));
      }
    }
  }

  /** Returns the blocks that a prior names; bounds may differ between channels. */
  private static List<ParameterBlock> named(ComponentChoice prior, ParameterLayout layout) {
    String channel = option(prior, "channel");
    List<ParameterBlock> blocks =
        layout.named(option(prior, "component"), option(prior, "parameter"));
    int index = layout.channelNames().indexOf(channel);
    return channel.isEmpty()
        ? blocks
        : blocks.stream().filter(block -> block.channels().contains(index)).toList();
  }

  private static String option(ComponentChoice prior, String name) {
    return String.valueOf(prior.options().getOrDefault(name, ""));
  }

  private static void require(double mean, Constraint constraint, ComponentChoice prior) {
    if (!(mean > constraint.lower() && mean < constraint.upper())) {
      throw CoreCode.IMPOSSIBLE_PRIOR.error(
          "The prior of the parameter '%s' of '%s' has the mean %s, but the parameter must be %s."
              .formatted(
                  prior.options().get("parameter"),
                  prior.options().get("component"),
                  mean,
                  constraint),
          "Correct 'mean' of the prior.");
    }
  }
}
