package org.deepcausalmmm.core.modelfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.core.plugin.ComponentKind;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.core.plugin.DiscoveredComponent;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;

/**
 * A component that a model was fitted with.
 *
 * @param options every option, defaults included
 * @param channels channels that it applies to; empty for components that see all channels at once
 * @param plugin the plugin that provides it
 * @param pluginVersion empty if the plugin does not say
 */
record UsedComponent(
    ComponentKind kind,
    String id,
    String version,
    Map<String, Object> options,
    List<String> channels,
    String plugin,
    String pluginVersion) {

  /** A choice of the configuration and the channels that it applies to. */
  record Choice(ComponentKind kind, ComponentChoice choice, List<String> channels) {}

  /** Returns the choices of a configuration, always in the same order. */
  static List<Choice> choices(ModelConfig model, List<String> channels) {
    List<Choice> choices = new ArrayList<>();
    addByChannel(ComponentKind.TEMPORAL, model.temporal(), channels, choices);
    choices.add(new Choice(ComponentKind.STRUCTURE, model.structure(), List.of()));
    addByChannel(ComponentKind.SATURATION, model.saturation(), channels, choices);
    choices.add(new Choice(ComponentKind.LOSS, model.loss(), List.of()));
    model.priors().forEach(p -> choices.add(new Choice(ComponentKind.PRIOR, p, List.of())));
    return choices;
  }

  private static void addByChannel(
      ComponentKind kind, ComponentChoice choice, List<String> channels, List<Choice> choices) {
    Map<ComponentChoice, List<String>> members = new LinkedHashMap<>();
    for (String channel : channels) {
      members.computeIfAbsent(choice.forChannel(channel), k -> new ArrayList<>()).add(channel);
    }
    members.forEach((chosen, names) -> choices.add(new Choice(kind, chosen, List.copyOf(names))));
  }

  /** Returns the installed component that a choice means. */
  static UsedComponent of(Choice choice, Components components) {
    DiscoveredComponent found =
        components.find(choice.kind(), choice.choice().type()).orElseThrow();
    return new UsedComponent(
        choice.kind(),
        found.id(),
        found.info().version(),
        Options.of(found.id(), found.options(), choice.choice().options()).values(),
        choice.channels(),
        found.origin().plugin(),
        found.origin().version());
  }

  /** Returns its name in messages. */
  String title() {
    return "the %s component '%s' %s".formatted(kind.key(), id, version);
  }

  /** Returns the plugin's name in messages. */
  String source() {
    return pluginVersion.isEmpty() ? plugin : plugin + " " + pluginVersion;
  }
}
