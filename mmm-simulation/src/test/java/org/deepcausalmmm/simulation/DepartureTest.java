package org.deepcausalmmm.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.deepcausalmmm.data.Panel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DepartureTest {
  @ParameterizedTest
  @EnumSource(names = {"AUCTION", "AUCTION_NATIONAL", "QUERY_CONTROL"})
  void twoOrThreeChannelsFollowDemandAndAreNamed(Scenario scenario) {
    for (int seed = 1; seed <= 5; seed++) {
      Truth truth = Simulator.simulate(scenario.spec(), seed).truth();
      assertThat(truth.causes().followers()).hasSizeBetween(2, 3);
      for (Truth.Follower follower : truth.causes().followers()) {
        assertThat(follower.local()).isBetween(0.5, 3.0);
        assertThat(follower.lead()).isBetween(-1, 2);
        assertThat(truth.follows(follower.channel())).isTrue();
      }
    }
    assertThat(Simulator.simulate(Scenario.ADDITIVE.spec(), 1).truth().causes().followers())
        .isEmpty();
  }

  @Test
  void exposureOfFollowersMovesWithDemandAndThatOfOthersDoesNot() {
    double followers = 0;
    double others = 0;
    for (int seed = 1; seed <= 4; seed++) {
      World world = Simulator.simulate(Scenario.AUCTION.spec(), seed);
      Demand demand = Demand.draw(Scenario.AUCTION.spec(), new Chance(seed).fork("demand"));
      for (Panel.Channel channel : world.panel().channels()) {
        double with = Tables.correlationWithinRows(channel.exposure(), demand.level());
        if (world.truth().follows(channel.name())) {
          followers = Math.max(followers, with);
        } else {
          others = Math.max(others, with);
        }
      }
    }
    assertThat(followers).isGreaterThan(others + 0.2);
  }

  @Test
  void dataOfImpressionsShowNoSpendAndTheirTruthHasNone() {
    World world = Simulator.simulate(Scenario.IMPRESSIONS_ONLY.spec(), 1);
    assertThat(world.panel().channels()).allMatch(channel -> channel.spend() == null);
    assertThat(world.dataConfig().channels()).allMatch(channel -> channel.spend() == null);
    assertThat(world.truth().channel().values())
        .allMatch(channel -> channel.spend() == 0 && channel.roi() == null);
    assertThat(world.truth().causes().followers()).hasSizeGreaterThan(3);
  }

  @Test
  void aSmoothedOutcomeIsTheMeanOfTheLastWeeks() {
    MediaPlan plan = new MediaPlan(new double[0][][], new double[0][][]);
    Mechanism plain =
        StructuralMechanism.draw(
            WorldSpec.builder("x").regions(1).build(),
            Demand.draw(WorldSpec.builder("x").regions(1).build(), new Chance(1)),
            List.of(),
            plan,
            0,
            new Chance(2));
    double[] smoothed = new SmoothedMechanism(plain, 3).smoothed(new double[][] {{6, 0, 3, 9}})[0];
    assertThat(smoothed).containsExactly(6, 3, 3, 4);
  }

  @Test
  void queriesTellOfDemandAndBrandedOnesOfTheWidestChannel() {
    World queries = Simulator.simulate(Scenario.QUERY_CONTROL.spec(), 2);
    Demand demand = Demand.draw(Scenario.QUERY_CONTROL.spec(), new Chance(2).fork("demand"));
    assertThat(Tables.correlationWithinRows(control(queries, "category_queries"), demand.level()))
        .isGreaterThan(0.4);
    World mediated = Simulator.simulate(Scenario.MEDIATOR_CONTROL.spec(), 2);
    assertThat(mediated.truth().causes().mediators()).containsExactly("branded_queries");
    Panel.Channel tv =
        mediated.panel().channels().get(mediated.panel().channelNames().indexOf("tv"));
    assertThat(Tables.correlationWithinRows(control(mediated, "branded_queries"), tv.exposure()))
        .isGreaterThan(0.3);
  }

  @Test
  void aBrokenLevelComesBack() {
    Demand usual = Demand.draw(WorldSpec.builder("x").build(), new Chance(4));
    Demand broken = Demand.draw(Scenario.BREAK.spec(), new Chance(4));
    int weeks = 0;
    for (int t = 0; t < 156; t++) {
      double factor = broken.level()[0][t] / usual.level()[0][t];
      weeks += factor < 0.999 ? 1 : 0;
      assertThat(factor).isBetween(1.0 / 3, 1.0);
    }
    assertThat(weeks).isBetween(20, 60);
    assertThat(broken.level()[0][155]).isEqualTo(usual.level()[0][155]);
  }

  @Test
  void oneChannelIsHarmful() {
    Truth truth = Simulator.simulate(Scenario.HARMFUL.spec(), 3).truth();
    List<Double> negative =
        truth.channel().values().stream()
            .map(Truth.ChannelTruth::contribution)
            .filter(value -> value < 0)
            .toList();
    assertThat(negative).hasSize(1);
  }

  @Test
  void spendIsEnteredWronglyInFewWeeksAndTheTruthKnowsTheRightOne() {
    World right =
        Simulator.simulate(Scenario.SPEND_ERRORS.spec().toBuilder().name("plain").build(), 3);
    WorldSpec clean = WorldSpec.builder("plain").channels(6).build();
    World plain = Simulator.simulate(clean, 3);
    int wrong = 0;
    for (int c = 0; c < 6; c++) {
      double[][] shown = Objects.requireNonNull(right.panel().channels().get(c).spend());
      double[][] true_ = Objects.requireNonNull(plain.panel().channels().get(c).spend());
      for (int t = 0; t < 156; t++) {
        for (int r = 0; r < 40; r++) {
          wrong += shown[r][t] != true_[r][t] ? 1 : 0;
        }
      }
    }
    assertThat(wrong).isBetween(1, 40 * 30);
    assertThat(right.truth().channel()).isEqualTo(plain.truth().channel());
  }

  @Test
  void holidaysMoveWithTheCalendar() {
    assertThat(SpecialWeeks.easter(2024)).isEqualTo(LocalDate.of(2024, 3, 31));
    assertThat(SpecialWeeks.easter(2025)).isEqualTo(LocalDate.of(2025, 4, 20));
    Demand with = Demand.draw(Scenario.HOLIDAY.spec(), new Chance(1));
    Demand without = Demand.draw(WorldSpec.builder("x").build(), new Chance(1));
    long raised =
        java.util.stream.IntStream.range(0, 156)
            .filter(t -> with.level()[0][t] > without.level()[0][t] + 0.1)
            .count();
    assertThat(raised).isEqualTo(9);
  }

  @Test
  void channelsOfAMultiplicativeWorldInteract() {
    Truth truth = Simulator.simulate(Scenario.LOGLOG.spec(), 2).truth();
    double sum = truth.channel().values().stream().mapToDouble(c -> c.contribution()).sum();
    double media = truth.outcomeTotal() - Objects.requireNonNull(truth.baselineTotal());
    assertThat(sum).isGreaterThan(1.02 * media);
  }

  @Test
  void stocksOfBrandFadeOverMonths() {
    double[] kernel = Kernels.brand(Kernels.geometric(new Chance(1)), new Chance(2));
    assertThat(Arrays.stream(kernel).sum()).isCloseTo(1, within(1e-9));
    assertThat(Arrays.stream(kernel, 26, kernel.length).sum()).isBetween(0.04, 0.45);
  }

  @Test
  void denseControlsAreTwentyFive() {
    Truth truth = Simulator.simulate(Scenario.DENSE_CONTROLS.spec(), 1).truth();
    assertThat(truth.controls()).hasSize(25);
  }

  private static double[][] control(World world, String name) {
    return world.panel().controls().stream()
        .filter(control -> control.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
