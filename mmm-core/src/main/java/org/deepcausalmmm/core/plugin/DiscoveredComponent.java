package org.deepcausalmmm.core.plugin;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deepcausalmmm.api.ComponentFactory;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;

/**
 * Holds a factory that was discovered and what it said of itself.
 *
 * @param kind the kind of component
 * @param factory creates it
 * @param info its id, version and description
 * @param options the options that it declares
 * @param origin the plugin that brought it
 */
public record DiscoveredComponent(
    ComponentKind kind,
    ComponentFactory<?> factory,
    ComponentInfo info,
    List<OptionSpec> options,
    PluginOrigin origin) {

  public DiscoveredComponent {
    options = List.copyOf(options);
    Set<String> names = new HashSet<>();
    for (OptionSpec option : options) {
      if (!names.add(option.name())) {
        throw new IllegalArgumentException(
            "Option '" + option.name() + "' of '" + info.id() + "' is declared twice.");
      }
    }
  }

  /** Asks a factory once for all that it says of itself. */
  static DiscoveredComponent of(ComponentFactory<?> factory, PluginOrigin origin) {
    return new DiscoveredComponent(
        ComponentKind.of(factory), factory, factory.info(), factory.options(), origin);
  }

  /** Gives the id by which the configuration chooses it. */
  public String id() {
    return info.id();
  }
}
