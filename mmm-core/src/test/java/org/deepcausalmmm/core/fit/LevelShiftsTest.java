package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;
import org.junit.jupiter.api.Test;

class LevelShiftsTest {
  private static final int BREAK = 40;
  private static final int RETURN = 70;
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  @Test
  void findsALevelThatFallsByHalfAndComesBack() {
    FittedModel fitted = fit(0.5);
    assertThat(fitted.form().shifts()).containsExactly(BREAK, RETURN);
    int broken = 0;
    for (double[] row : fitted.precision()) {
      double full = 1 / Math.pow(fitted.variances().noise(), 2);
      for (int t = BREAK; t < RETURN; t++) {
        broken += row[t] < full / 3 ? 1 : 0;
      }
    }
    assertThat(broken).as("weeks of the break without weight").isLessThan(4 * 3);
  }

  @Test
  void findsNoneInAStableWorld() {
    assertThat(fit(1).form().shifts()).isEmpty();
  }

  /** Fits four regions whose outcome is multiplied between two weeks. */
  private static FittedModel fit(double factor) {
    WorldSpec spec = WorldSpec.builder("shift").regions(4).weeks(104).channels(2).build();
    World world = Simulator.simulate(spec, 5);
    Panel panel = world.panel();
    for (double[] row : panel.outcome()) {
      for (int t = BREAK; t < RETURN; t++) {
        row[t] *= factor;
      }
    }
    Configuration own = world.configuration();
    Configuration quick = own.withFit(own.fit().withQuick(true).withDraws(20).withThreads(1));
    return FITTER.fit(panel, new DataReport(0, 0, List.of()), quick, Progress.SILENT);
  }
}
