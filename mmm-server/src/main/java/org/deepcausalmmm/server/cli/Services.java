package org.deepcausalmmm.server.cli;

import java.util.Optional;
import java.util.function.Supplier;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.core.plugin.Components;

/**
 * Holds what the commands call; a command whose service is absent is not offered.
 *
 * @param components discovers the components, when first asked
 */
public record Services(
    Optional<Fitting> fitting,
    Optional<Checking> checking,
    Optional<Simulation> simulation,
    Optional<Backtesting> backtesting,
    Supplier<Components> components) {

  /** Gives the services of the bundled application. */
  public static Services bundled() {
    return new Services(
        Optional.of(new BundledFitting(ComponentDiscovery::fromClassPath)),
        Optional.of(
            (data, config, listener) ->
                DataFile.read(data, config, FitOverrides.none(), listener).data().report()),
        Optional.of(new BundledSimulation()),
        Optional.of(new BundledBacktesting(ComponentDiscovery::fromClassPath)),
        ComponentDiscovery::fromClassPath);
  }
}
