package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlierExposureTest {
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  @ParameterizedTest
  @CsvSource({"26, LIKE_FIRST_WEEKS", "0, NONE"})
  void dataTellWhetherAdvertisingBeganWithThem(int earlierWeeks, EarlierExposure told) {
    for (int seed = 1; seed <= 2; seed++) {
      WorldSpec spec =
          WorldSpec.builder("begun")
              .regions(20)
              .weeks(104)
              .channels(4)
              .delayedShare(0.5)
              .earlierWeeks(earlierWeeks)
              .build();
      World world = Simulator.simulate(spec, seed);
      Configuration own = world.configuration();
      Configuration quick = own.withFit(own.fit().withQuick(true).withDraws(20).withThreads(1));
      FittedModel fitted =
          FITTER.fit(world.panel(), new DataReport(0, 0, List.of()), quick, Progress.SILENT);
      assertThat(fitted.earlier()).isEqualTo(told);
    }
  }
}
