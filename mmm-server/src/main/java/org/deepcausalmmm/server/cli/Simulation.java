package org.deepcausalmmm.server.cli;

import java.nio.file.Path;
import java.util.List;

/** Makes worlds whose truth is known. */
public interface Simulation {
  /** Gives the names of the scenarios. */
  List<String> scenarios();

  /** Gives the scenario that the demo shows. */
  String demoScenario();

  /**
   * Writes {@code data.csv}, {@code config.yaml} and {@code truth.json}.
   *
   * @param directory exists and is empty
   */
  void write(String scenario, long seed, Path directory);
}
