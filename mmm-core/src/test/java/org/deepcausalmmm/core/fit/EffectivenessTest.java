package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.numeric.Statistics;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.simulation.Scenario;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.junit.jupiter.api.Test;

class EffectivenessTest {
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  @Test
  void recoversTimeVaryingEffectiveness() {
    World world =
        Simulator.simulate(
            Scenario.DRIFT.spec().toBuilder().regions(24).weeks(130).channels(4).build(), 12);
    FittedModel fitted = fit(world);
    assertThat(meanCorrelation(world, fitted)).isGreaterThan(0.6);
  }

  @Test
  void reportsEveryChannelAsConstantWhereEffectivenessIsConstant() {
    World world =
        Simulator.simulate(
            Scenario.ADDITIVE.spec().toBuilder().regions(24).weeks(130).channels(4).build(), 12);
    FittedModel fitted = fit(world);
    assertThat(Arrays.stream(fitted.effectiveness()).flatMapToDouble(Arrays::stream))
        .containsOnly(1.0);
    assertThat(Arrays.stream(fitted.effectivenessSd()).flatMapToDouble(Arrays::stream))
        .containsOnly(0.0);
  }

  @Test
  void findsThatMediaActMoreStronglyInPromotions() {
    World world =
        Simulator.simulate(
            Scenario.PROMO.spec().toBuilder().regions(24).weeks(130).channels(4).build(), 12);
    FittedModel fitted = fit(world);
    assertThat(meanCorrelation(world, fitted)).isGreaterThan(0.6);
    assertThat(Arrays.stream(fitted.effectivenessPath().later()).allMatch(x -> x > 0.7 && x < 1.4))
        .as("after the panel there is no promotion that is known of")
        .isTrue();
  }

  /** Returns the correlation of paths with the truth, averaged over channels. */
  private static double meanCorrelation(World world, FittedModel fitted) {
    List<String> names = world.panel().channelNames();
    double sum = 0;
    for (int c = 0; c < names.size(); c++) {
      int channel = c;
      double[] path =
          Arrays.stream(fitted.effectiveness()).mapToDouble(week -> week[channel]).toArray();
      double[] truth =
          world.truth().of(names.get(c)).form().effectiveness().stream()
              .mapToDouble(x -> x)
              .toArray();
      assertThat(Arrays.stream(path).allMatch(x -> x >= 0.2 && x <= 5)).isTrue();
      sum += Statistics.correlation(path, truth);
    }
    return sum / names.size();
  }

  private static FittedModel fit(World world) {
    Configuration own = world.configuration();
    Configuration quick = own.withFit(own.fit().withQuick(true).withDraws(20).withThreads(1));
    return FITTER.fit(
        world.panel(),
        new org.deepcausalmmm.data.DataReport(0, 0, List.of()),
        quick,
        Progress.SILENT);
  }
}
