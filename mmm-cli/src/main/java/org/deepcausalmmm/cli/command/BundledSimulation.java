package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.simulation.Scenario;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.WorldFiles;
import org.deepcausalmmm.simulation.WorldSpec;

/** The simulation of worlds by mmm-simulation. */
final class BundledSimulation implements Simulation {
  @Override
  public List<String> scenarios() {
    List<String> ids = new ArrayList<>(Scenario.ids());
    ids.add(demoScenario());
    return List.copyOf(ids);
  }

  @Override
  public String demoScenario() {
    return WorldSpec.demo().name();
  }

  @Override
  public void write(String scenario, long seed, int earlierWeeks, Path directory) {
    WorldSpec spec =
        scenario.equals(demoScenario()) ? WorldSpec.demo() : Scenario.of(scenario).spec();
    WorldFiles.write(Simulator.simulate(spec.withEarlierWeeks(earlierWeeks), seed), directory);
  }
}
