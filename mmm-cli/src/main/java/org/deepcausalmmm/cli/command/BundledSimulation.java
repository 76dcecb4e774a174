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
  public void write(String scenario, long seed, SimulatedSize size, Path directory) {
    WorldSpec own =
        scenario.equals(demoScenario()) ? WorldSpec.demo() : Scenario.of(scenario).spec();
    WorldSpec spec =
        own.toBuilder()
            .regions(size.regions() == 0 ? own.regions() : size.regions())
            .weeks(size.weeks() == 0 ? own.weeks() : size.weeks())
            .channels(size.channels() == 0 ? own.channels() : size.channels())
            .earlierWeeks(size.earlierWeeks())
            .build();
    WorldFiles.write(Simulator.simulate(spec, seed), directory);
  }
}
