package org.deepcausalmmm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deepcausalmmm.core.analysis.ChannelEvidence.Grade;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.simulation.Truth;
import org.deepcausalmmm.simulation.Truth.ChannelTruth;
import org.deepcausalmmm.simulation.Truth.Form;
import org.deepcausalmmm.simulation.Truth.LiftTest;
import org.deepcausalmmm.validation.WorldEstimate.ChannelEstimate;
import org.junit.jupiter.api.Test;

class RecoveryScorerTest {
  private static final Map<Metric, Double> SCORES =
      RecoveryScorer.score(HandMade.estimate(), HandMade.truth());

  @Test
  void relativeErrorsAreThoseOfTheChannelsThatAct() {
    check(Metric.CONTRIBUTION_ERROR, (0.1 + 0.3) / 2);
    check(Metric.DIRECT_ERROR, (0.25 + 0.25) / 2);
    check(Metric.WIDTH_90, (0.6 + 0.45) / 2);
  }

  @Test
  void sharesAreOfTheOutcomeAndOfAllChannels() {
    check(Metric.SHARE_ERROR, (0.01 + 0.06 + 0.03) / 3);
    check(Metric.MEDIA_SHARE_ERROR, 0.3 - 0.28);
    check(Metric.IDLE_LOWER, 0.01);
  }

  @Test
  void coverageCountsTheActingChannelsInsideTheirIntervals() {
    check(Metric.COVERAGE_90, 1.0 / 2);
    check(Metric.COVERAGE_50, 0);
    check(Metric.COVERAGE_DIRECT, 1.0 / 2);
    check(Metric.COVERAGE_CURVE, 4.0 / 6);
  }

  @Test
  void curvesAreComparedAwayFromThePresentSpend() {
    check(Metric.CURVE_HALF, (0.1 + 0.3) / 2);
    check(Metric.CURVE_MORE, (0.1 + 0) / 2);
    check(Metric.CURVE_DOUBLE, (0.1 + 0.5) / 2);
    check(Metric.CURVE_ERROR, (0.2 + 0.05 + 0.3) / 3);
  }

  @Test
  void returnsAreComparedByRank() {
    check(Metric.ROI_RANK, 1);
  }

  @Test
  void anEdgeIsFoundIfTheModelUsesItAndRankedByItsProbability() {
    check(Metric.EDGE_PRECISION, 0.5);
    check(Metric.EDGE_RECALL, 1);
    check(Metric.FALSE_EDGES, 1);
    check(Metric.FALSE_EDGE_RATE, 1.0 / 5);
    check(Metric.EDGE_AUROC, 4.0 / 5);
  }

  @Test
  void effectivenessIsComparedWhereItMoves() {
    check(Metric.DRIFT_CORRELATION, 1);
    check(Metric.DRIFT_ERROR, 0); // three times the ratio 2: the level does not count
    check(Metric.COVERAGE_DRIFT, 2.0 / 3);
  }

  @Test
  void movementIsFalseWhereEffectivenessIsKnownToStay() {
    check(Metric.FALSE_MOVEMENT, 1.0 / 2); // search stays, the idle channel is said to move
  }

  @Test
  void aChannelOfUnknownFormIsNotSaidToMoveFalsely() {
    Truth hand = HandMade.truth();
    Map<String, ChannelTruth> channels = new HashMap<>(hand.channel());
    channels.put("idle", withoutForm(hand.of("idle")));
    Truth truth =
        new Truth(
            "hand",
            3,
            hand.channels(),
            List.of(),
            1000,
            720.0,
            channels,
            Truth.Causes.of(hand.edges(), null));
    assertThat(RecoveryScorer.score(HandMade.estimate(), truth).get(Metric.FALSE_MOVEMENT))
        .isZero();
  }

  @Test
  void theTestedChannelIsScoredByItself() {
    Truth hand = HandMade.truth();
    LiftTest lift =
        new LiftTest("search", 10, 4, 2, List.of("north"), new LiftTest.Lift(50, 20, 5, 22));
    Truth truth =
        new Truth(
            "hand",
            3,
            hand.channels(),
            List.of(),
            1000,
            720.0,
            hand.channel(),
            Truth.Causes.of(hand.edges(), lift));
    assertThat(RecoveryScorer.score(HandMade.estimate(), truth).get(Metric.TESTED_ERROR))
        .isCloseTo(0.3, within(1e-12));
    assertThat(SCORES).doesNotContainKey(Metric.TESTED_ERROR);
  }

  private static ChannelTruth withoutForm(ChannelTruth c) {
    return new ChannelTruth(
        c.spend(),
        c.contribution(),
        c.roi(),
        c.direct(),
        c.share(),
        c.curve(),
        c.byRegion(),
        Form.none());
  }

  @Test
  void anEstimateThatDoesNotMoveHasNoCorrelationWithAPathThatDoes() {
    WorldEstimate still =
        new WorldEstimate(
            1000,
            HandMade.estimate().mediaShare(),
            List.of(still(HandMade.estimate().channels().get(0))),
            List.of(),
            List.of());
    assertThat(RecoveryScorer.score(still, HandMade.truth()).get(Metric.DRIFT_CORRELATION))
        .isZero();
  }

  @Test
  void whatTheTruthDoesNotHoldIsNotScored() {
    ChannelTruth known =
        new ChannelTruth(10, 20, 2.0, null, 0.2, new TreeMap<>(), Map.of(), Form.none());
    Truth truth =
        new Truth(
            "little",
            1,
            List.of("tv"),
            List.of(),
            100,
            null,
            Map.of("tv", known),
            Truth.Causes.of(null, null));
    ChannelEstimate channel =
        new ChannelEstimate(
            "tv",
            new Interval(25, 15, 30),
            new Interval(25, 18, 28),
            new Interval(25, 15, 30),
            Grade.STRONG,
            new TreeMap<>(Map.of(0.5, new Interval(10, 8, 12))),
            HandMade.still(1));
    Map<Metric, Double> scores =
        RecoveryScorer.score(
            new WorldEstimate(
                100, new Interval(0.25, 0.1, 0.4), List.of(channel), List.of(), List.of()),
            truth);
    assertThat(scores)
        .containsOnlyKeys(
            Metric.CONTRIBUTION_ERROR,
            Metric.SHARE_ERROR,
            Metric.MEDIA_SHARE_ERROR,
            Metric.COVERAGE_90,
            Metric.COVERAGE_50,
            Metric.WIDTH_90,
            Metric.SURPRISES,
            Metric.FALSELY_CONFOUNDED,
            Metric.REVIEWED,
            Metric.FAILED);
    assertThat(scores.get(Metric.MEDIA_SHARE_ERROR)).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void noEdgeFoundWhereThereIsNoneIsNeitherRightNorWrong() {
    Truth hand = HandMade.truth();
    Truth none =
        new Truth(
            "none",
            1,
            hand.channels(),
            List.of(),
            1000,
            720.0,
            hand.channel(),
            Truth.Causes.of(List.of(), null));
    Map<Metric, Double> scores = RecoveryScorer.score(HandMade.estimate(), none);
    assertThat(scores).doesNotContainKeys(Metric.EDGE_AUROC, Metric.EDGE_RECALL);
    assertThat(scores.get(Metric.EDGE_PRECISION)).isZero();
    assertThat(scores.get(Metric.FALSE_EDGE_RATE)).isCloseTo(2.0 / 6, within(1e-12));
  }

  private static ChannelEstimate still(ChannelEstimate c) {
    return new ChannelEstimate(
        c.name(), c.contribution(), c.half(), c.direct(), c.grade(), c.curve(), HandMade.still(3));
  }

  private static void check(Metric metric, double expected) {
    assertThat(SCORES.get(metric)).as(metric.id()).isCloseTo(expected, within(1e-12));
  }
}
