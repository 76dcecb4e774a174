package org.deepcausalmmm.core.fit;

import java.util.List;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.model.ParameterLayout;
import org.deepcausalmmm.core.prior.ParameterFactory;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;

/** Checks what users believe of parameters against what these can be. */
final class ParameterBeliefs {
  private ParameterBeliefs() {}

  /**
   * Requires that believed means lie where the parameters can lie.
   *
   * @throws MmmException MMM-CONFIG-067 if one does not
   */
  static void require(List<ComponentChoice> priors, ParameterLayout layout) {
    for (ComponentChoice prior : priors) {
      if (prior.type().equals(ParameterFactory.ID)
          && prior.options().get("mean") instanceof Number mean) {
        meant(prior, layout)
            .forEach(block -> require(mean.doubleValue(), block.spec().constraint(), prior));
      }
    }
  }

  /** Gives the blocks of which a prior speaks: one channel's may have other bounds than others'. */
  private static List<ParameterBlock> meant(ComponentChoice prior, ParameterLayout layout) {
    String channel = option(prior, "channel");
    List<ParameterBlock> named =
        layout.named(option(prior, "component"), option(prior, "parameter"));
    int index = layout.channelNames().indexOf(channel);
    return channel.isEmpty()
        ? named
        : named.stream().filter(block -> block.channels().contains(index)).toList();
  }

  private static String option(ComponentChoice prior, String name) {
    return String.valueOf(prior.options().getOrDefault(name, ""));
  }

  private static void require(double mean, Constraint constraint, ComponentChoice prior) {
    if (!(mean > constraint.lower() && mean < constraint.upper())) {
      throw new MmmException(
          ErrorKind.CONFIG,
          67,
          "A prior believes the parameter '%s' of '%s' to be %s, but it is %s."
              .formatted(
                  prior.options().get("parameter"),
                  prior.options().get("component"),
                  mean,
                  constraint),
          "Correct the mean.");
    }
  }
}
