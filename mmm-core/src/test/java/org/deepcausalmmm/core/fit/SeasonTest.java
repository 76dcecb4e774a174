package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonTest {
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  @ParameterizedTest
  @CsvSource({"0.6, 130, PEAKED", "0, 130, SMOOTH", "0.6, 80, SMOOTH"})
  void findsYearlyPeaksThatWereSeenTwice(double peak, int weeks, Season told) {
    WorldSpec spec =
        WorldSpec.builder("peak").regions(20).weeks(weeks).channels(4).peak(peak).build();
    World world = Simulator.simulate(spec, 4);
    Configuration own = world.configuration();
    Configuration quick = own.withFit(own.fit().withQuick(true).withDraws(20).withThreads(1));
    FittedModel fitted =
        FITTER.fit(world.panel(), new DataReport(0, 0, List.of()), quick, Progress.SILENT);
    assertThat(fitted.season()).isEqualTo(told);
  }
}
