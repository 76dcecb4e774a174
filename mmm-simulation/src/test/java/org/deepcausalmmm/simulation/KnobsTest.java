package org.deepcausalmmm.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.simulation.Truth.LiftTest;
import org.junit.jupiter.api.Test;

class KnobsTest {
  private static final WorldSpec PLAIN = Scenario.ADDITIVE.spec();

  @Test
  void twoChannelsMoveTogetherAtTheWantedCorrelation() {
    Panel panel = Simulator.simulate(PLAIN.toBuilder().collinearity(0.95).build(), 2).panel();
    double highest = 0;
    for (Panel.Channel a : panel.channels()) {
      for (Panel.Channel b : panel.channels()) {
        if (!a.name().equals(b.name())) {
          highest = Math.max(highest, Tables.correlationWithinRows(spend(a), spend(b)));
        }
      }
    }
    assertThat(highest).isCloseTo(0.95, within(0.005));
  }

  @Test
  void aRareChannelIsOnInOneWeekOfTwenty() {
    Panel panel = Simulator.simulate(PLAIN.toBuilder().rareChannels(1).build(), 2).panel();
    List<Double> onShares = panel.channels().stream().map(c -> onShare(spend(c))).toList();
    assertThat(onShares).filteredOn(share -> share < 0.1).hasSize(1);
    assertThat(onShares.stream().mapToDouble(v -> v).min().orElseThrow())
        .isCloseTo(0.05, within(0.01));
  }

  @Test
  void chasedSpendFollowsDemandAndOtherSpendDoesNot() {
    WorldSpec chased = Scenario.CHASED.spec();
    double unchased = demandCorrelation(chased.toBuilder().chasing(0).build());
    assertThat(unchased).isBetween(-0.15, 0.15);
    assertThat(demandCorrelation(chased)).isGreaterThan(unchased + 0.15);
  }

  @Test
  void demandAndSpendPeakBeforeChristmas() {
    WorldSpec peaked = PLAIN.toBuilder().peak(0.5).build();
    World plain = Simulator.simulate(PLAIN, 3);
    World world = Simulator.simulate(peaked, 3);
    int week = world.panel().weeks().labels().indexOf("2022-12-05");
    int summer = week - 26;
    Demand before = Demand.draw(PLAIN, new Chance(3).fork("demand"));
    Demand demand = Demand.draw(peaked, new Chance(3).fork("demand"));
    int shift = PLAIN.earlierWeeks();
    assertThat(demand.level()[0][shift + week] - before.level()[0][shift + week])
        .isCloseTo(0.5, within(0.1));
    assertThat(demand.level()[0][shift + summer] - before.level()[0][shift + summer])
        .isCloseTo(0, within(1e-9));
    int always = 0;
    for (int c = 0; c < plain.panel().channelCount(); c++) {
      double more = raised(world, plain, c, week) / raised(world, plain, c, summer);
      always += more > 1.3 ? 1 : 0;
    }
    assertThat(always).isGreaterThan(3);
  }

  /**
   * Returns by how much more is spent in a week of one world than of the other; NaN for nothing.
   */
  private static double raised(World more, World less, int channel, int week) {
    double a = 0;
    double b = 0;
    for (int r = 0; r < less.panel().regionCount(); r++) {
      a += spend(more.panel().channels().get(channel))[r][week];
      b += spend(less.panel().channels().get(channel))[r][week];
    }
    return a / b;
  }

  @Test
  void whatWasSpentBeforeTheDataSellsInTheirFirstWeeks() {
    WorldSpec quiet = PLAIN.toBuilder().regions(4).channels(3).earlierWeeks(26).build();
    World world = Simulator.simulate(quiet, 5);
    TrueOutcome truth = Simulator.truth(quiet, 5);
    double[][][] nothing = truth.spend();
    for (double[][] channel : nothing) {
      for (double[] region : channel) {
        Arrays.fill(region, 0);
      }
    }
    double carried = world.truth().outcomeTotal() - world.truth().baselineTotal();
    carried -= Arrays.stream(difference(world.expected(), truth.under(nothing))).sum();
    assertThat(carried).isPositive();
    World begun = Simulator.simulate(quiet.toBuilder().earlierWeeks(0).build(), 5);
    assertThat(begun.panel().weeks()).isEqualTo(world.panel().weeks());
    TrueOutcome began = Simulator.truth(begun.spec(), 5);
    assertThat(Arrays.stream(difference(begun.expected(), began.under(nothing))).sum())
        .isCloseTo(
            begun.truth().outcomeTotal() - begun.truth().baselineTotal(),
            within(1e-9 * begun.truth().outcomeTotal()));
  }

  /** Returns by how much the outcome of each region is more. */
  private static double[] difference(double[][] more, double[][] less) {
    double[] difference = new double[more.length];
    for (int r = 0; r < more.length; r++) {
      difference[r] = Tables.sum(more[r]) - Tables.sum(less[r]);
    }
    return difference;
  }

  @Test
  void dirtyDataLackRowsAndHaveSpikesAndZeros() {
    World world = Simulator.simulate(Scenario.DIRTY.spec(), 2);
    double[][] outcome = world.panel().outcome();
    int absent = 0;
    int zeros = 0;
    int spikes = 0;
    int late = 0;
    for (int r = 0; r < outcome.length; r++) {
      late += Arrays.stream(outcome[r], 0, 30).allMatch(Double::isNaN) ? 1 : 0;
      for (int t = 0; t < outcome[r].length; t++) {
        absent += Double.isNaN(outcome[r][t]) ? 1 : 0;
        zeros += outcome[r][t] == 0 ? 1 : 0;
        spikes += outcome[r][t] > 2 * world.expected()[r][t] ? 1 : 0;
      }
    }
    assertThat(late).isBetween(1, 15);
    assertThat(absent / (40.0 * 156)).isBetween(0.03, 0.3);
    assertThat(zeros).isBetween(3, 60);
    assertThat(spikes).isBetween(3, 60);
  }

  @Test
  void aLiftTestMeasuresWhatIsTrueWithinItsError() {
    List<Double> scores = new ArrayList<>();
    for (int seed = 1; seed <= 20; seed++) {
      LiftTest lift =
          Objects.requireNonNull(Simulator.simulate(Scenario.LIFT.spec(), seed).truth().lift());
      assertThat(lift.standardError()).isPositive();
      assertThat(lift.regionsOff()).hasSize(20);
      scores.add((lift.measured() - lift.actual()) / lift.standardError());
    }
    assertThat(scores).filteredOn(z -> Math.abs(z) < 2).hasSizeGreaterThan(15);
    assertThat(scores.stream().mapToDouble(z -> z).average().orElseThrow())
        .isCloseTo(0, within(0.75));
  }

  @Test
  void aChannelPaidOutOfSalesFollowsThemButDoesNothing() {
    World world = Simulator.simulate(PLAIN.toBuilder().reversedCausality(true).build(), 2);
    List<String> idle =
        world.truth().channels().stream()
            .filter(name -> world.truth().of(name).contribution() == 0)
            .toList();
    assertThat(idle).hasSize(1);
    Panel.Channel channel =
        world.panel().channels().get(world.panel().channelNames().indexOf(idle.get(0)));
    double correlation = Tables.correlationWithinRows(spend(channel), world.panel().outcome());
    assertThat(correlation).isGreaterThan(0.8);
  }

  @Test
  void aBreakMovesTheBaselineForGood() {
    WorldSpec broken = PLAIN.toBuilder().structuralBreak(true).build();
    Demand without = Demand.draw(PLAIN, new Chance(2));
    Demand with = Demand.draw(broken, new Chance(2));
    double early = with.level()[0][10] - without.level()[0][10];
    double late = with.level()[0][150] - without.level()[0][150];
    assertThat(early).isZero();
    assertThat(Math.abs(late)).isBetween(0.25, 0.4);
  }

  @Test
  void aWithheldControlIsNotInTheData() {
    World world = Simulator.simulate(PLAIN.toBuilder().missingControl(true).build(), 2);
    assertThat(world.truth().controls()).containsExactly("weather", "holiday");
    assertThat(Simulator.simulate(PLAIN, 2).truth().controls())
        .containsExactly("weather", "price_index", "holiday");
  }

  @Test
  void commonFlightingMakesExposuresMoveTogether() {
    assertThat(meanCorrelation(Scenario.NULL_GRAPH.spec()))
        .isGreaterThan(meanCorrelation(PLAIN) + 0.1);
  }

  @Test
  void knobsOutOfRangeAndUnknownScenariosAreRefused() {
    assertThatThrownBy(() -> WorldSpec.builder("x").channels(2).nullChannels(2).build())
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("nullChannels");
    assertThatThrownBy(() -> WorldSpec.builder("x").regions(0).build())
        .isInstanceOf(MmmException.class)
        .hasMessage("The setting 'regions' of a simulated world is 0.");
    assertThatThrownBy(() -> Scenario.of("delaid"))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.advice()).contains("'delayed'"));
    assertThat(Scenario.of("null-graph")).isSameAs(Scenario.NULL_GRAPH);
  }

  private static double meanCorrelation(WorldSpec spec) {
    double sum = 0;
    int pairs = 0;
    for (int seed = 1; seed <= 3; seed++) {
      List<Panel.Channel> channels = Simulator.simulate(spec, seed).panel().channels();
      for (int a = 0; a < channels.size(); a++) {
        for (int b = 0; b < a; b++) {
          sum += Tables.correlationWithinRows(spend(channels.get(a)), spend(channels.get(b)));
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  private static double demandCorrelation(WorldSpec spec) {
    double sum = 0;
    int count = 0;
    for (int seed = 1; seed <= 3; seed++) {
      Demand demand = Demand.draw(spec, new Chance(seed).fork("demand"));
      for (Panel.Channel channel : Simulator.simulate(spec, seed).panel().channels()) {
        sum +=
            Tables.correlationWithinRows(
                spend(channel), Tables.from(spec.earlierWeeks(), demand.level()));
        count++;
      }
    }
    return sum / count;
  }

  private static double onShare(double[][] spend) {
    return Arrays.stream(SimulatorTest.cells(spend)).filter(v -> v > 0).count()
        / (double) SimulatorTest.cells(spend).length;
  }

  private static double[][] spend(Panel.Channel channel) {
    return Objects.requireNonNull(channel.spend());
  }
}
