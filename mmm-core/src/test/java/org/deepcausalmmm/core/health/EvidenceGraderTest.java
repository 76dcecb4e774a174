package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.analysis.ChannelEvidence;
import org.deepcausalmmm.core.analysis.ChannelEvidence.Grade;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.core.analysis.PurposeVerdict;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.simulation.Scenario;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.Truth;
import org.deepcausalmmm.simulation.World;
import org.junit.jupiter.api.Test;

/** Grades and verdicts of a world in which some channels are delivered with demand. */
class EvidenceGraderTest {
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));
  private static final World AUCTION =
      Simulator.simulate(
          Scenario.AUCTION.spec().toBuilder().regions(8).weeks(104).channels(4).build(), 2);
  private static final Analysis ANALYSIS = analyse();

  private static Analysis analyse() {
    FittedModel fitted =
        FITTER.fit(
            AUCTION.panel(),
            new DataReport(0, 0, List.of()),
            AUCTION.configuration().withFit(new FitConfig(7, 20, 1, 0, true, "cpu")),
            Progress.SILENT);
    return new HealthExaminer(FITTER)
        .examine(fitted, new Analyst(FITTER).analyse(fitted, Progress.SILENT));
  }

  private static List<String> followers() {
    return AUCTION.truth().causes().followers().stream().map(Truth.Follower::channel).toList();
  }

  @Test
  void gradesTheFollowersConfoundedAndNoOthers() {
    assertThat(ANALYSIS.evidence())
        .filteredOn(e -> e.grade() == Grade.CONFOUNDED)
        .extracting(ChannelEvidence::channel)
        .containsExactlyInAnyOrderElementsOf(followers());
  }

  @Test
  void namesTheFollowerThatMovesWithAFollower() {
    for (String follower : followers()) {
      ChannelEvidence evidence =
          ANALYSIS.evidence().stream()
              .filter(e -> e.channel().equals(follower))
              .findFirst()
              .orElseThrow();
      assertThat(evidence.demand().partner()).isIn(followers()).isNotEqualTo(follower);
      assertThat(evidence.demand().correlation()).isBetween(0.05, 1.0);
      assertThat(evidence.reason()).contains("'" + follower + "'");
    }
  }

  @Test
  void reachesFromNearNothingUpwards() {
    ANALYSIS.channels().stream()
        .filter(channel -> followers().contains(channel.channel()))
        .forEach(
            channel -> {
              Interval contribution = channel.contribution();
              assertThat(contribution.lower()).isLessThan(0.2 * contribution.mean());
              assertThat(contribution.upper()).isGreaterThan(1.2 * contribution.mean());
            });
  }

  @Test
  void reviewsAttributionAndPlanningByWhatIsConfounded() {
    List<PurposeVerdict> verdicts = PurposeVerdicts.of(ANALYSIS);
    assertThat(verdicts)
        .extracting(PurposeVerdict::purpose)
        .containsExactly("attribution", "forecast", "planning");
    assertThat(verdicts.get(0).verdict()).isNotEqualTo(Verdict.PASS);
    assertThat(verdicts.get(1).verdict()).isNotEqualTo(Verdict.PASS); // nothing was held out
    assertThat(verdicts.get(2).reason()).contains("before a lift test").contains(followers());
  }
}
