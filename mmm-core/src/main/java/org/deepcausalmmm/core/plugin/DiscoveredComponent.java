package org.deepcausalmmm.core.plugin;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deepcausalmmm.api.ComponentFactory;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.ParameterSpec;

/**
 * A discovered factory with its declarations.
 *
 * @param kind the kind of component
 * @param factory creates it
 * @param info its id, version and description
 * @param options the options that it declares
 * @param origin the plugin that provides it
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
      if (option.name().equals("type")) {
        throw new IllegalArgumentException(
            "Option 'type' of '" + info.id() + "' has the name of the key that chooses it.");
      }
    }
  }

  /** Returns a factory with its declarations, which are read once. */
  static DiscoveredComponent of(ComponentFactory<?> factory, PluginOrigin origin) {
    return new DiscoveredComponent(
        ComponentKind.of(factory), factory, factory.info(), factory.options(), origin);
  }

  /** Returns the id by which the configuration chooses it. */
  public String id() {
    return info.id();
  }

  /**
   * Returns the options that a model was fitted with, migrated to this version.
   *
   * @param fitted the version of the component that the model was fitted with
   * @param stored its options by name
   * @return a value for every option of this version
   * @throws MmmException if the plugin refuses, MMM-PLUGIN-026 if it fails, and MMM-CONFIG-011 to
   *     014 if what it returns does not fit its own declarations
   */
  public Map<String, Object> migrate(String fitted, Map<String, Object> stored) {
    Map<String, Object> migrated = stored;
    if (!fitted.equals(info.version())) {
      try {
        migrated = factory.migrate(fitted, Map.copyOf(stored));
      } catch (MmmException e) {
        throw e;
      } catch (RuntimeException | LinkageError e) {
        throw PluginErrors.cannotMigrate(this, fitted, e);
      }
    }
    return Options.of("The %s component '%s'".formatted(kind.key(), info.id()), options, migrated)
        .values();
  }

  /**
   * Returns the parameters that the component declares with its default options; absent if some of
   * its options have no default or if it fails.
   */
  public Optional<List<ParameterSpec>> parameters() {
    if (options.stream().anyMatch(OptionSpec::required)) {
      return Optional.empty();
    }
    try {
      Options defaults = Options.of(info.id(), options, Map.of());
      return Optional.of(List.copyOf(factory.create(defaults).parameters()));
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }
}
