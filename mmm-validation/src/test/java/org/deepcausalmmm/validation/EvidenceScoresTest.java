package org.deepcausalmmm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.deepcausalmmm.core.analysis.ChannelEvidence.Grade;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.simulation.Truth;
import org.deepcausalmmm.simulation.Truth.Follower;
import org.deepcausalmmm.validation.WorldEstimate.ChannelEstimate;
import org.junit.jupiter.api.Test;

class EvidenceScoresTest {
  private static final WorldEstimate HAND = HandMade.estimate();

  private static WorldEstimate with(Grade idle, List<HealthCheck> health) {
    List<ChannelEstimate> channels =
        HAND.channels().stream().map(c -> c.name().equals("idle") ? graded(c, idle) : c).toList();
    return new WorldEstimate(
        HAND.outcomeTotal(), HAND.mediaShare(), channels, HAND.edges(), health);
  }

  private static ChannelEstimate graded(ChannelEstimate c, Grade grade) {
    return new ChannelEstimate(
        c.name(), c.contribution(), c.half(), c.direct(), grade, c.curve(), c.effectiveness());
  }

  private static Follower follower(String channel) {
    return new Follower(channel, 1, 0.5, 0, 0);
  }

  private static List<HealthCheck> check(Verdict verdict) {
    return List.of(new HealthCheck("fit", verdict, 0.3, "Advice."));
  }

  @Test
  void aWrongIntervalWithoutAWarningIsASurprise() {
    Map<Metric, Double> scores = EvidenceScores.of(with(Grade.STRONG, List.of()), HandMade.truth());
    assertThat(scores.get(Metric.SURPRISES)).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(scores.get(Metric.REVIEWED)).isZero();
  }

  @Test
  void aGradeOrACheckThatFailsWarns() {
    assertThat(EvidenceScores.of(with(Grade.WEAK, List.of()), HandMade.truth()))
        .containsEntry(Metric.SURPRISES, 0.0);
    assertThat(EvidenceScores.of(with(Grade.STRONG, check(Verdict.FAIL)), HandMade.truth()))
        .containsEntry(Metric.SURPRISES, 0.0)
        .containsEntry(Metric.FAILED, 1.0);
    assertThat(EvidenceScores.of(with(Grade.STRONG, check(Verdict.REVIEW)), HandMade.truth()))
        .containsEntry(Metric.REVIEWED, 1.0)
        .hasEntrySatisfying(Metric.SURPRISES, share -> assertThat(share).isPositive());
  }

  @Test
  void aFollowerIsFoundByItsGradeOrByAGoodEstimate() {
    Truth hand = HandMade.truth();
    Truth truth =
        new Truth(
            hand.scenario(),
            hand.seed(),
            hand.channels(),
            hand.controls(),
            hand.outcomeTotal(),
            hand.baselineTotal(),
            hand.channel(),
            new Truth.Causes(null, List.of(follower("tv"), follower("idle")), List.of(), null));
    Map<Metric, Double> scores = EvidenceScores.of(with(Grade.STRONG, List.of()), truth);
    assertThat(scores.get(Metric.FOLLOWERS_FOUND)).isEqualTo(0.5);
    assertThat(scores.get(Metric.FALSELY_CONFOUNDED)).isZero();
    assertThat(EvidenceScores.of(with(Grade.CONFOUNDED, List.of()), truth))
        .containsEntry(Metric.FOLLOWERS_FOUND, 1.0);
    assertThat(EvidenceScores.of(with(Grade.CONFOUNDED, List.of()), hand))
        .containsEntry(Metric.FALSELY_CONFOUNDED, 1.0 / 3);
  }
}
