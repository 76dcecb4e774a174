package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.List;

/** The simulation of worlds with known truth. */
public interface Simulation {
  /** Returns the names of the scenarios. */
  List<String> scenarios();

  /** Returns the scenario that the demo shows. */
  String demoScenario();

  /**
   * The size of a world; 0 stands for the scenario's own.
   *
   * @param earlierWeeks number of weeks before the data, which carry over into them
   */
  record SimulatedSize(int regions, int weeks, int channels, int earlierWeeks) {
    /** Returns the scenario's own size. */
    static SimulatedSize ofScenario() {
      return new SimulatedSize(0, 0, 0, 0);
    }
  }

  /**
   * Writes {@code data.csv}, {@code config.yaml} and {@code truth.json}.
   *
   * @param directory exists and is empty
   */
  void write(String scenario, long seed, SimulatedSize size, Path directory);
}
