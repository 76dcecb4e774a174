package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.simulation.Departure;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;
import org.junit.jupiter.api.Test;

class SignCheckTest {
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));
  private static final WorldSpec HARMLESS =
      WorldSpec.builder("harmless").regions(8).weeks(104).channels(4).build();

  @Test
  void namesTheChannelThatLowersTheOutcome() {
    World world =
        Simulator.simulate(HARMLESS.toBuilder().with(Departure.HARMFUL_CHANNEL).build(), 9001);
    String harmful =
        world.panel().channelNames().stream()
            .filter(name -> world.truth().of(name).contribution() < 0)
            .findFirst()
            .orElseThrow();
    HealthCheck check = check(world);
    assertThat(check.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(check.advice()).contains("Higher exposure of " + harmful + " goes");
  }

  @Test
  void namesNoneWhereAllRaiseIt() {
    assertThat(check(Simulator.simulate(HARMLESS, 9001)).verdict()).isEqualTo(Verdict.PASS);
  }

  private static HealthCheck check(World world) {
    Configuration own = world.configuration();
    Configuration quick = own.withFit(own.fit().withQuick(true).withDraws(100).withThreads(1));
    FittedModel fitted =
        FITTER.fit(world.panel(), new DataReport(0, 0, List.of()), quick, Progress.SILENT);
    return new HealthExaminer(FITTER)
        .examine(fitted, new Analyst(FITTER).analyse(fitted, Progress.SILENT)).health().stream()
            .filter(c -> c.check().equals("negative_effect"))
            .findFirst()
            .orElseThrow();
  }
}
