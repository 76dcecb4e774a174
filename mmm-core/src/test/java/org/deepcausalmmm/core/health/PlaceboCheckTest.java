package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.WorldSpec;
import org.junit.jupiter.api.Test;

class PlaceboCheckTest {
  private static final int TRAIN_WEEKS = 80;
  private static final Panel PANEL =
      Simulator.simulate(WorldSpec.builder("clean").regions(4).weeks(90).channels(3).build(), 3)
          .panel();

  @Test
  void copiesWhatTheChannelCostAlongWithWhatItReached() {
    Panel.Channel original = PANEL.channels().get(1);
    Panel.Channel copy = PlaceboCheck.copy(PANEL, 1, TRAIN_WEEKS);
    double[][] spend = copy.spend();
    assertThat(spend).isNotNull();
    for (int r = 0; r < PANEL.regionCount(); r++) {
      assertThat(train(copy.exposure()[r]))
          .containsExactlyInAnyOrder(train(original.exposure()[r]))
          .isNotEqualTo(train(original.exposure()[r]));
      for (int t = TRAIN_WEEKS; t < PANEL.weekCount(); t++) {
        assertThat(copy.exposure()[r][t]).isEqualTo(original.exposure()[r][t]);
      }
      assertThat(Arrays.stream(spend[r]).sum())
          .isCloseTo(Arrays.stream(original.spend()[r]).sum(), within(1e-6));
    }
    assertThat(costPerExposure(copy)).isEqualTo(costPerExposure(original));
  }

  private static double[] train(double[] weeks) {
    return Arrays.copyOf(weeks, TRAIN_WEEKS);
  }

  /**
   * Returns the cost of an exposure in the costliest week of the training, the same after a shift.
   */
  private static double costPerExposure(Panel.Channel channel) {
    double most = 0;
    for (int t = 0; t < TRAIN_WEEKS; t++) {
      double reached = channel.exposure()[0][t];
      most = reached > 0 ? Math.max(most, channel.spend()[0][t] / reached) : most;
    }
    return most;
  }

  @Test
  void theCopyResemblesNoChannel() {
    double[][] copy = PlaceboCheck.copy(PANEL, 1, TRAIN_WEEKS).exposure();
    for (Panel.Channel channel : PANEL.channels()) {
      double likeness = 0;
      for (int r = 0; r < copy.length; r++) {
        likeness +=
            WeeklySeries.correlation(train(channel.exposure()[r]), train(copy[r])) / copy.length;
      }
      assertThat(likeness).as(channel.name()).isBetween(-0.2, 0.2);
    }
  }

  @Test
  void copiesTheChannelOfWhichTheDataSayTheMost() {
    assertThat(
            PlaceboCheck.bestKnown(
                List.of(
                    brought("always on", new Interval(40, 20, 80)),
                    brought("flighted", new Interval(10, 9, 11)),
                    brought("small", new Interval(2, 1.5, 2.5)))))
        .isEqualTo(1);
  }

  private static ChannelEffect brought(String channel, Interval contribution) {
    return new ChannelEffect(channel, 1.0, 1, contribution, contribution, contribution, null, null);
  }

  @Test
  void comparesWithTheSmallestChannelAndFailsAboveTheMedian() {
    HealthCheck pass = PlaceboCheck.judge("tv", new double[] {40, 8, 20, 2});
    assertThat(pass.value()).isEqualTo(0.25);
    assertThat(pass.verdict()).isEqualTo(Verdict.PASS);
    assertThat(pass.advice()).contains("'tv'", "contributions near 2.00,");
    assertThat(PlaceboCheck.judge("tv", new double[] {40, 8, 20, 2.1}).verdict())
        .isEqualTo(Verdict.REVIEW);
    assertThat(PlaceboCheck.judge("tv", new double[] {40, 8, 20, 20.1}).verdict())
        .isEqualTo(Verdict.FAIL);
  }
}
