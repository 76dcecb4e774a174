package org.deepcausalmmm.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.simulation.Departure;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;
import org.junit.jupiter.api.Test;

class LeadTestTest {
  @Test
  void channelsThatFollowNothingAreRarelyTakenToFollowDemand() {
    List<Double> ts = new ArrayList<>();
    for (int seed = 8101; seed <= 8106; seed++) {
      WorldSpec clean = WorldSpec.builder("clean").regions(12).weeks(104).channels(5).build();
      findings(Simulator.simulate(clean, seed)).forEach(finding -> ts.add(finding.t()));
    }
    assertThat(ts).hasSize(30);
    assertThat(ts).filteredOn(t -> t > LeadTest.LIMIT).isEmpty();
  }

  @Test
  void exposureThatFollowsLastWeeksDemandIsFound() {
    int followers = 0;
    int found = 0;
    for (int seed = 8101; seed <= 8112; seed++) {
      WorldSpec auction =
          WorldSpec.builder("auction")
              .regions(20)
              .weeks(104)
              .channels(5)
              .with(Departure.DEMAND_CAPTURE)
              .build();
      World world = Simulator.simulate(auction, seed);
      List<LeadTest.LeadFinding> findings = findings(world);
      for (var follower : world.truth().causes().followers()) {
        int channel = world.panel().channelNames().indexOf(follower.channel());
        if (follower.lead() < 0) {
          followers++;
          found += findings.get(channel).t() > LeadTest.LIMIT ? 1 : 0;
        }
      }
    }
    assertThat(followers).isPositive();
    assertThat(found / (double) followers).isGreaterThan(0.6);
  }

  @Test
  void theNationAsAWholeIsTestedWithLessPower() {
    WorldSpec national = WorldSpec.builder("national").regions(1).channels(2).build();
    List<LeadTest.LeadFinding> alone = findings(Simulator.simulate(national, 1));
    assertThat(alone).hasSize(2).noneMatch(LeadTest.LeadFinding::follows);
    WorldSpec regional = WorldSpec.builder("regional").channels(2).build();
    List<LeadTest.LeadFinding> many = findings(Simulator.simulate(regional, 1));
    assertThat(alone.get(0).detectable()).isGreaterThan(2 * many.get(0).detectable());
  }

  @Test
  void nothingIsTestedInFewWeeksOrWithoutPositiveOutcomes() {
    WorldSpec brief = WorldSpec.builder("brief").regions(1).weeks(60).channels(2).build();
    assertThat(findings(Simulator.simulate(brief, 1))).isEmpty();
    WorldSpec regional = WorldSpec.builder("x").regions(6).weeks(60).channels(2).build();
    Panel panel = Simulator.simulate(regional, 1).panel();
    double[][] zero = panel.outcome();
    for (double[] region : zero) {
      region[3] = 0;
    }
    assertThat(LeadTest.of(zero, ChannelExposures.withoutSpend(exposures(panel)), List.of()))
        .isEmpty();
  }

  @Test
  void unknownOutcomesAreFilledAndHardlyMatter() {
    WorldSpec spec = WorldSpec.builder("x").regions(8).weeks(104).channels(2).build();
    World world = Simulator.simulate(spec, 2);
    double[][] gaps =
        Arrays.stream(world.panel().outcome()).map(double[]::clone).toArray(double[][]::new);
    gaps[0][50] = Double.NaN;
    double whole = findings(world).get(0).leads();
    double filled =
        LeadTest.of(gaps, ChannelExposures.withoutSpend(exposures(world.panel())), List.of())
            .get(0)
            .leads();
    assertThat(filled).isCloseTo(whole, within(0.02));
  }

  private static List<LeadTest.LeadFinding> findings(World world) {
    return LeadTest.of(
        world.panel().outcome(),
        ChannelExposures.withoutSpend(exposures(world.panel())),
        List.of());
  }

  private static double[][][] exposures(Panel panel) {
    return panel.channels().stream().map(Panel.Channel::exposure).toArray(double[][][]::new);
  }
}
