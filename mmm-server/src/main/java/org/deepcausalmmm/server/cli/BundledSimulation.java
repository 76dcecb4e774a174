package org.deepcausalmmm.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.simulation.Scenario;
import org.deepcausalmmm.core.simulation.Simulator;
import org.deepcausalmmm.core.simulation.WorldFiles;

/** Makes worlds with the core's simulator. */
final class BundledSimulation implements Simulation {
  @Override
  public List<String> scenarios() {
    return Arrays.stream(Scenario.values()).map(Scenario::id).toList();
  }

  @Override
  public String demoScenario() {
    return Scenario.DEMO.id();
  }

  @Override
  public void write(String scenario, long seed, Path directory) {
    try {
      WorldFiles.write(Simulator.simulate(Scenario.of(scenario).spec(), seed), directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
