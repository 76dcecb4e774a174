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
   * Writes {@code data.csv}, {@code config.yaml} and {@code truth.json}.
   *
   * @param earlierWeeks for how many weeks the world goes on before its data, which carries over
   * @param directory exists and is empty
   */
  void write(String scenario, long seed, int earlierWeeks, Path directory);
}
