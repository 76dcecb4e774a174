package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.analysis.Contribution;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.deepcausalmmm.data.config.ModelConfig.EdgeRules;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any built-in temporal, structure, saturation and loss fit together, and the numbers add up. */
class CombinationsTest {
  private static final List<String> TEMPORAL = List.of("gru", "geometric", "delayed");
  private static final List<String> STRUCTURE = List.of("dag", "notears", "independent");
  private static final List<String> SATURATION =
      List.of("hill", "logistic", "michaelis-menten", "tanh", "none");
  private static final List<String> LOSS = List.of("huber", "gaussian", "student-t");

  private static final World WORLD =
      Simulator.simulate(
          WorldSpec.builder("small").regions(3).weeks(40).channels(3).edges(1).build(), 4);
  private static final FitConfig FIT =
      new FitConfig(7, 12, 1, 4, true, FitConfig.defaults().device());
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  /** Returns all 135. */
  static Stream<Arguments> all() {
    return LOSS.stream().flatMap(loss -> combinations((t, s, a) -> loss));
  }

  /**
   * Returns the 45 of temporal, structure and saturation; each meets every loss with the others.
   */
  static Stream<Arguments> everyThree() {
    return combinations((t, s, a) -> LOSS.get((t + s + a) % LOSS.size()));
  }

  private interface LossOf {
    String at(int temporal, int structure, int saturation);
  }

  private static Stream<Arguments> combinations(LossOf loss) {
    List<Arguments> all = new ArrayList<>();
    for (int t = 0; t < TEMPORAL.size(); t++) {
      for (int s = 0; s < STRUCTURE.size(); s++) {
        for (int a = 0; a < SATURATION.size(); a++) {
          all.add(
              Arguments.of(TEMPORAL.get(t), STRUCTURE.get(s), SATURATION.get(a), loss.at(t, s, a)));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("everyThree")
  void everyThreeComponentsFitUnderALoss(
      String temporal, String structure, String saturation, String loss) {
    everyCombinationFits(temporal, structure, saturation, loss);
  }

  @Tag("benchmark")
  @ParameterizedTest
  @MethodSource("all")
  void everyCombinationFits(String temporal, String structure, String saturation, String loss) {
    requireSound(
        analyse(
            ComponentChoice.of(temporal),
            ComponentChoice.of(structure),
            ComponentChoice.of(saturation),
            ComponentChoice.of(loss)));
  }

  @Test
  void channelsMayHaveComponentsOfTheirOwn() {
    List<String> channels = WORLD.panel().channelNames();
    Analysis analysis =
        analyse(
            new ComponentChoice(
                "gru",
                Map.of(),
                Map.of(
                    channels.get(1), ComponentChoice.of("geometric"),
                    channels.get(2), ComponentChoice.of("delayed"))),
            ComponentChoice.of("independent"),
            new ComponentChoice(
                "hill",
                Map.of(),
                Map.of(
                    channels.get(0), ComponentChoice.of("tanh"),
                    channels.get(2), ComponentChoice.of("none"))),
            ComponentChoice.of("huber"));

    requireSound(analysis);
    assertThat(analysis.parameters())
        .filteredOn(parameter -> channels.get(1).equals(parameter.channel()))
        .extracting(parameter -> parameter.parameter())
        .contains("decay", "slope");
    List<Interval> unsaturated = curve(analysis, 2);
    assertThat(unsaturated.get(20).mean())
        .as("twice the spend of a channel that does not saturate brings twice as much")
        .isCloseTo(2 * unsaturated.get(10).mean(), within(1e-3 * unsaturated.get(20).mean()));
    assertThat(curve(analysis, 0).get(20).mean())
        .isLessThan(1.99 * curve(analysis, 0).get(10).mean());
  }

  private static List<Interval> curve(Analysis analysis, int channel) {
    return analysis.responseCurves().get(channel).points().stream().map(p -> p.outcome()).toList();
  }

  private static Analysis analyse(
      ComponentChoice temporal,
      ComponentChoice structure,
      ComponentChoice saturation,
      ComponentChoice loss) {
    ModelConfig model =
        new ModelConfig(temporal, structure, EdgeRules.none(), saturation, loss, List.of());
    Configuration configuration = new Configuration(WORLD.dataConfig(), model, FIT);
    FittedModel fitted =
        FITTER.fit(WORLD.panel(), new DataReport(0, 0, List.of()), configuration, Progress.SILENT);
    return new Analyst(FITTER).analyse(fitted, Progress.SILENT);
  }

  /** Requires finite numbers that are in order and sum to the prediction. */
  private static void requireSound(Analysis analysis) {
    assertThat(analysis.channels()).hasSize(3);
    for (ChannelEffect channel : analysis.channels()) {
      requireOrdered(channel.contribution());
      requireOrdered(channel.direct());
      requireOrdered(channel.share());
      assertThat(channel.roi()).isNotNull();
      requireOrdered(channel.roi());
      requireOrdered(channel.marginalRoi());
    }
    requireOrdered(analysis.mediaShare());
    analysis.responseCurves().forEach(c -> c.points().forEach(p -> requireOrdered(p.outcome())));
    Panel panel = analysis.panel();
    double[][] mean = analysis.prediction().mean();
    for (int r = 0; r < panel.regionCount(); r++) {
      for (int t = 0; t < panel.weekCount(); t++) {
        double sum = 0;
        for (Contribution part : analysis.contributions()) {
          sum += part.value()[r][t];
        }
        assertThat(mean[r][t]).isFinite();
        assertThat(sum).isCloseTo(mean[r][t], within(1e-6 * Math.abs(mean[r][t])));
      }
    }
  }

  private static void requireOrdered(Interval interval) {
    assertThat(interval.mean()).isFinite();
    assertThat(interval.lower()).isFinite();
    assertThat(interval.upper()).isFinite().isGreaterThanOrEqualTo(interval.lower());
  }
}
