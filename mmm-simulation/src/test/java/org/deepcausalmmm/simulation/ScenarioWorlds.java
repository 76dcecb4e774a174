package org.deepcausalmmm.simulation;

import java.util.EnumMap;
import java.util.Map;

/** A world of every scenario, simulated once for all tests, which do not change it. */
final class ScenarioWorlds {
  static final long SEED = 5;
  static final long OTHER_SEED = SEED + 1;

  private static final Map<Scenario, World> FIRST = new EnumMap<>(Scenario.class);
  private static final Map<Scenario, World> SECOND = new EnumMap<>(Scenario.class);

  private ScenarioWorlds() {}

  static synchronized World first(Scenario scenario) {
    return FIRST.computeIfAbsent(scenario, s -> Simulator.simulate(s.spec(), SEED));
  }

  static synchronized World second(Scenario scenario) {
    return SECOND.computeIfAbsent(scenario, s -> Simulator.simulate(s.spec(), OTHER_SEED));
  }
}
