package org.deepcausalmmm.validation;

import java.util.List;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.Truth;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;

/**
 * A world to be fitted: data, configuration and truth.
 *
 * @param name unique name
 * @param scenario worlds of the same scenario are averaged
 */
public record Trial(
    String name,
    String scenario,
    Panel panel,
    DataReport report,
    Configuration configuration,
    Truth truth) {

  /** Returns a simulated world. */
  public static Trial simulated(WorldSpec spec, long seed) {
    World world = Simulator.simulate(spec, seed);
    int rows = 0;
    for (int r = 0; r < world.panel().regionCount(); r++) {
      for (int t = 0; t < world.panel().weekCount(); t++) {
        rows += world.present(r, t) ? 1 : 0;
      }
    }
    return new Trial(
        spec.name() + "-" + seed,
        spec.name(),
        world.panel(),
        new DataReport(rows, 0, List.of()),
        world.configuration(),
        world.truth());
  }

  /** Returns a copy with another configuration. */
  public Trial with(Configuration other) {
    return new Trial(name, scenario, panel, report, other, truth);
  }
}
