package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
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
    List<String> names = world.panel().channelNames();
    double correlation = 0;
    for (int c = 0; c < names.size(); c++) {
      int channel = c;
      double[] path =
          Arrays.stream(fitted.effectiveness()).mapToDouble(week -> week[channel]).toArray();
      double[] truth =
          world.truth().of(names.get(c)).form().effectiveness().stream()
              .mapToDouble(x -> x)
              .toArray();
      correlation += correlation(path, truth) / names.size();
      assertThat(Arrays.stream(path).allMatch(x -> x > 0.3 && x < 3)).isTrue();
    }
    assertThat(correlation).isGreaterThan(0.6);
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

  private static FittedModel fit(World world) {
    Configuration own = world.configuration();
    Configuration quick = own.withFit(own.fit().withQuick(true).withDraws(20).withThreads(1));
    return FITTER.fit(
        world.panel(),
        new org.deepcausalmmm.data.DataReport(0, 0, List.of()),
        quick,
        Progress.SILENT);
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 1e-12;
    double bb = 1e-12;
    for (int t = 0; t < a.length; t++) {
      ab += (a[t] - meanA) * (b[t] - meanB);
      aa += (a[t] - meanA) * (a[t] - meanA);
      bb += (b[t] - meanB) * (b[t] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
