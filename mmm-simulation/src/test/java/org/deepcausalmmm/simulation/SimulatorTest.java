package org.deepcausalmmm.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.simulation.Truth.ChannelTruth;
import org.deepcausalmmm.simulation.Truth.RegionTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatorTest {
  private static World world(Scenario scenario) {
    return ScenarioWorlds.first(scenario);
  }

  private static WorldSpecBuilder small() {
    return WorldSpec.builder("small").regions(6).weeks(60).channels(5);
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void theSameSeedGivesTheSameWorld(Scenario scenario) {
    World first = world(scenario);
    World second = Simulator.simulate(scenario.spec(), ScenarioWorlds.SEED);
    assertThat(second.truth()).isEqualTo(first.truth());
    assertThat(Arrays.deepEquals(second.panel().outcome(), first.panel().outcome())).isTrue();
    assertThat(Arrays.deepEquals(second.expected(), first.expected())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void anotherSeedGivesAnotherWorld(Scenario scenario) {
    Truth first = world(scenario).truth();
    Truth second = ScenarioWorlds.second(scenario).truth();
    assertThat(second.outcomeTotal()).isNotEqualTo(first.outcomeTotal());
    assertThat(shares(second)).isNotEqualTo(shares(first));
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void everyScenarioHasTheShapeAndTheTruthItPromises(Scenario scenario) {
    WorldSpec spec = scenario.spec();
    World world = world(scenario);
    assertThat(world.panel().regionCount()).isEqualTo(spec.regions());
    assertThat(world.panel().weekCount()).isEqualTo(spec.weeks());
    assertThat(world.panel().channelNames()).isEqualTo(world.truth().channels());
    assertThat(world.truth().edges()).hasSize(spec.media().edges());
    assertThat(world.truth().lift() != null).isEqualTo(spec.data().liftTest());
    double baseline = Objects.requireNonNull(world.truth().baselineTotal());
    double mediaShare = 1 - baseline / world.truth().outcomeTotal();
    assertThat(mediaShare).isBetween(0.12, 0.85);
    for (Panel.Channel channel : world.panel().channels()) {
      assertThat(channel.spend() == null).isEqualTo(spec.has(Departure.IMPRESSIONS_ONLY));
      assertThat(Arrays.stream(cells(channel.exposure())).boxed())
          .allMatch(x -> x >= 0 && Double.isFinite(x));
    }
  }

  @Property(tries = 15)
  void baselineAndContributionsSumToTheOutcomeWithoutEdges(@ForAll @IntRange(max = 9999) int seed) {
    World world = Simulator.simulate(small().drift(0.4).delayedShare(0.5).build(), seed);
    Truth truth = world.truth();
    double sum = Objects.requireNonNull(truth.baselineTotal());
    for (String name : truth.channels()) {
      sum += truth.of(name).contribution();
    }
    assertThat(sum / truth.outcomeTotal()).isCloseTo(1, within(1e-9));
    assertThat(sum / Arrays.stream(cells(world.expected())).sum()).isCloseTo(1, within(1e-9));
  }

  @Property(tries = 15)
  void aChannelWithoutEffectContributesExactlyNothing(@ForAll @IntRange(max = 9999) int seed) {
    Truth truth = Simulator.simulate(small().nullChannels(2).edges(3).build(), seed).truth();
    List<ChannelTruth> idle =
        truth.channel().values().stream().filter(c -> c.contribution() == 0).toList();
    assertThat(idle).hasSize(2);
    assertThat(idle).allMatch(c -> c.spend() > 0 && Double.valueOf(0).equals(c.direct()));
    assertThat(idle).allMatch(c -> c.curve().values().stream().allMatch(v -> v == 0));
    assertThat(idle)
        .allMatch(c -> c.byRegion().values().stream().allMatch(v -> v.contribution() == 0));
  }

  @Property(tries = 15)
  void withEdgesTheTotalIsTheDirectEffectAndMore(@ForAll @IntRange(max = 9999) int seed) {
    Truth truth = Simulator.simulate(small().edges(4).build(), seed).truth();
    List<Truth.TrueEdge> edges = Objects.requireNonNull(truth.edges());
    assertThat(edges).hasSize(4);
    for (String name : truth.channels()) {
      double direct = direct(truth.of(name));
      boolean parent = edges.stream().anyMatch(e -> e.from().equals(name));
      if (parent) {
        assertThat(truth.of(name).contribution()).isGreaterThan(direct * 1.0001);
      } else {
        assertThat(truth.of(name).contribution() / direct).isCloseTo(1, within(1e-9));
      }
    }
  }

  @Property(tries = 10)
  void curvesRiseAndPassThroughTheContribution(
      @ForAll @IntRange(max = 9999) int seed, @ForAll WorldSpec.Generator generator) {
    Truth truth = Simulator.simulate(small().generator(generator).build(), seed).truth();
    for (ChannelTruth channel : truth.channel().values()) {
      assertThat(List.copyOf(channel.curve().values())).isSorted();
      assertThat(channel.curve().keySet()).containsExactlyElementsOf(Truth.MULTIPLIERS);
      double atOne = Objects.requireNonNull(channel.curve().get(1.0));
      assertThat(atOne / channel.contribution()).isCloseTo(1, within(1e-9));
      assertThat(channel.contribution()).isPositive();
    }
  }

  @Property(tries = 10)
  void regionsSumToTheirChannel(
      @ForAll @IntRange(max = 9999) int seed, @ForAll WorldSpec.Generator generator) {
    WorldSpec spec = small().generator(generator).edges(edges(generator)).missingRows(0.03).build();
    World world = Simulator.simulate(spec, seed);
    for (ChannelTruth channel : world.truth().channel().values()) {
      assertThat(channel.byRegion().keySet())
          .containsExactlyInAnyOrderElementsOf(world.panel().regions());
      assertSum(channel, RegionTruth::contribution, channel.contribution());
      assertSum(channel, r -> Objects.requireNonNull(r.direct()), direct(channel));
      channel
          .curve()
          .forEach(
              (multiplier, total) ->
                  assertSum(
                      channel, r -> Objects.requireNonNull(r.curve().get(multiplier)), total));
    }
  }

  private static int edges(WorldSpec.Generator generator) {
    return generator == WorldSpec.Generator.STRUCTURAL ? 3 : 0;
  }

  private static void assertSum(
      ChannelTruth channel, ToDoubleFunction<RegionTruth> value, double total) {
    double sum = channel.byRegion().values().stream().mapToDouble(value).sum();
    assertThat(sum / total).isCloseTo(1, within(1e-9));
  }

  @Test
  void contributionsOfADriftingChannelFollowItsEffectiveness() {
    Truth truth = Simulator.simulate(Scenario.DRIFT.spec(), 1).truth();
    for (ChannelTruth channel : truth.channel().values()) {
      List<Double> path = channel.form().effectiveness();
      assertThat(path).hasSize(156);
      assertThat(path.stream().mapToDouble(v -> v).average().orElseThrow())
          .isCloseTo(1, within(1e-9));
      double swing =
          Math.log(path.stream().mapToDouble(v -> v).max().orElseThrow())
              - Math.log(path.stream().mapToDouble(v -> v).min().orElseThrow());
      assertThat(swing).isBetween(0.6, 1.0);
    }
  }

  @Test
  void delayedChannelsPeakWeeksLater() {
    Truth truth = Simulator.simulate(Scenario.DELAYED.spec(), 1).truth();
    long delayed =
        truth.channel().values().stream()
            .map(c -> c.form().adstock())
            .filter(k -> k.get(0) < k.stream().mapToDouble(v -> v).max().orElseThrow())
            .count();
    assertThat(delayed).isEqualTo(5);
    for (ChannelTruth channel : truth.channel().values()) {
      double sum = channel.form().adstock().stream().mapToDouble(v -> v).sum();
      assertThat(sum).isCloseTo(1, within(1e-12));
    }
  }

  private static List<Double> shares(Truth truth) {
    return truth.channels().stream().map(name -> truth.of(name).share()).sorted().toList();
  }

  private static double direct(ChannelTruth channel) {
    return Objects.requireNonNull(channel.direct());
  }

  static double[] cells(double[][] table) {
    return Arrays.stream(table).flatMapToDouble(Arrays::stream).toArray();
  }
}
