package org.deepcausalmmm.core.modelfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.core.error.PluginCode;
import org.deepcausalmmm.core.plugin.ComponentKind;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.core.plugin.DiscoveredComponent;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;

/** The check that a model's components are compatible with those that it was fitted with. */
final class ComponentCheck {
  /** Advice where the installed version differs from the fitted one. */
  static final String OTHER_VERSION =
      "Install the version that the model was fitted with, or fit again.";

  private record Key(ComponentKind kind, ComponentChoice choice) {}

  private final Components components;
  private final Map<Key, Map<String, Object>> stored = new HashMap<>();

  ComponentCheck(Components components) {
    this.components = components;
  }

  /**
   * Checks all components against the installed ones.
   *
   * @return the configuration, with options spelled out whose defaults have changed since
   * @throws MmmException if one is missing or refuses what was stored by another version
   */
  Configuration check(
      Configuration configuration, List<String> channels, List<UsedComponent> used) {
    List<UsedComponent.Choice> choices = UsedComponent.choices(configuration.model(), channels);
    if (choices.size() != used.size()) {
      throw ModelFileCode.DAMAGED.error(
          "The model file is damaged: it lists %d components, but its configuration chooses %d."
              .formatted(used.size(), choices.size()));
    }
    for (int i = 0; i < used.size(); i++) {
      check(choices.get(i), used.get(i));
    }
    return new Configuration(
        configuration.data(), pinned(configuration.model()), configuration.fit());
  }

  private void check(UsedComponent.Choice choice, UsedComponent component) {
    if (choice.kind() != component.kind()
        || !choice.choice().type().equals(component.id())
        || !choice.channels().equals(component.channels())) {
      throw ModelFileCode.DAMAGED.error(
          "The model file is damaged: it lists %s where its configuration chooses '%s'."
              .formatted(component.title(), choice.choice().type()));
    }
    DiscoveredComponent found =
        components
            .find(component.kind(), component.id())
            .orElseThrow(
                () ->
                    PluginCode.MISSING_COMPONENT.error(
                        "The model needs %s of %s, which is not installed."
                            .formatted(component.title(), component.source()),
                        "Install the plugin that contains it."));
    Map<String, Object> options = options(found, component);
    // The configuration has the option names of the version that was fitted.
    boolean migrated = !found.info().version().equals(component.version());
    if (migrated || !options.equals(effective(found, choice.choice()))) {
      stored.put(new Key(choice.kind(), choice.choice()), options);
    }
  }

  /** Returns the stored options, migrated by the plugin if another version stored them. */
  private static Map<String, Object> options(DiscoveredComponent found, UsedComponent component) {
    try {
      return found.migrate(component.version(), component.options());
    } catch (MmmException e) {
      if (e.kind() == ErrorKind.PLUGIN) {
        throw PluginCode.CHANGED_COMPONENT.error(
            "The model was fitted with %s of %s, but version %s is installed, which refuses: %s"
                .formatted(
                    component.title(), component.source(), found.info().version(), e.getMessage()),
            OTHER_VERSION,
            e);
      }
      throw PluginCode.CHANGED_OPTIONS.error(
          "The model was fitted with options that %s no longer understands: %s"
              .formatted(component.title(), e.getMessage()),
          OTHER_VERSION,
          e);
    }
  }

  private static Map<String, Object> effective(DiscoveredComponent found, ComponentChoice choice) {
    return Options.of(found.id(), found.options(), choice.options()).values();
  }

  private ModelConfig pinned(ModelConfig model) {
    List<ComponentChoice> priors = new ArrayList<>();
    model.priors().forEach(p -> priors.add(pinned(ComponentKind.PRIOR, p)));
    return new ModelConfig(
        pinned(ComponentKind.TEMPORAL, model.temporal()),
        pinned(ComponentKind.STRUCTURE, model.structure()),
        model.edges(),
        pinned(ComponentKind.SATURATION, model.saturation()),
        pinned(ComponentKind.LOSS, model.loss()),
        priors,
        model.weakBeliefs(),
        model.experiments());
  }

  private ComponentChoice pinned(ComponentKind kind, ComponentChoice choice) {
    ComponentChoice bare = new ComponentChoice(choice.type(), choice.options(), Map.of());
    Map<String, ComponentChoice> channels = new HashMap<>();
    choice.channels().forEach((name, other) -> channels.put(name, pinned(kind, other)));
    return new ComponentChoice(
        choice.type(), stored.getOrDefault(new Key(kind, bare), choice.options()), channels);
  }
}
