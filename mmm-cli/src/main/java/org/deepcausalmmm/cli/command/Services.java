package org.deepcausalmmm.cli.command;

import java.util.Optional;
import java.util.function.Supplier;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.Components;

/**
 * The services that commands call; a command whose service is absent is not offered.
 *
 * @param plugins knows where plugins are
 */
public record Services(
    Optional<Fitting> fitting,
    Optional<Checking> checking,
    Optional<Simulation> simulation,
    PluginDirectory plugins) {

  /** Discovers the components, when first asked. */
  Supplier<Components> components() {
    return plugins::components;
  }

  /** Returns the services of the bundled application. */
  public static Services bundled() {
    PluginDirectory plugins = PluginDirectory.ofInstallation();
    return new Services(
        Optional.of(new BundledFitting(plugins::components)),
        Optional.of(
            (data, config, roles, listener) ->
                DataFile.read(
                        data,
                        config,
                        FitOverrides.none().withRoles(roles),
                        new ComponentCreator(plugins.components()),
                        listener)
                    .data()
                    .report()),
        Optional.of(new BundledSimulation()),
        plugins);
  }
}
