package org.deepcausalmmm.validation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.deepcausalmmm.core.analysis.ChannelEvidence.Grade;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.simulation.Truth;
import org.deepcausalmmm.validation.WorldEstimate.ChannelEstimate;

/** The scores of what a run says about the reliability of its own estimates. */
final class EvidenceScores {
  private static final double CLOSE = 0.25;

  private final WorldEstimate estimate;
  private final Truth truth;

  private EvidenceScores(WorldEstimate estimate, Truth truth) {
    this.estimate = estimate;
    this.truth = truth;
  }

  /** Returns the metrics that a world defines. */
  static Map<Metric, Double> of(WorldEstimate estimate, Truth truth) {
    EvidenceScores scores = new EvidenceScores(estimate, truth);
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.put(Metric.SURPRISES, scores.share(c -> true, scores::isSurprise));
    values.put(
        Metric.FOLLOWERS_FOUND,
        scores.share(
            c -> truth.follows(c.name()), c -> c.grade() == Grade.CONFOUNDED || scores.isClose(c)));
    values.put(
        Metric.FALSELY_CONFOUNDED,
        scores.share(c -> !truth.follows(c.name()), c -> c.grade() == Grade.CONFOUNDED));
    values.put(Metric.REVIEWED, scores.anyCheck(Verdict.REVIEW) ? 1.0 : 0.0);
    values.put(Metric.FAILED, scores.anyCheck(Verdict.FAIL) ? 1.0 : 0.0);
    return values;
  }

  /**
   * Returns whether the truth lies outside the 90% interval, widened by a quarter of it, and
   * neither the channel's grade nor a check that fails says so.
   */
  private boolean isSurprise(ChannelEstimate channel) {
    double actual = truth.of(channel.name()).contribution();
    double margin = CLOSE * Math.abs(actual);
    Interval interval = channel.contribution();
    boolean outside = actual < interval.lower() - margin || actual > interval.upper() + margin;
    boolean warned =
        channel.grade() == Grade.WEAK
            || channel.grade() == Grade.CONFOUNDED
            || anyCheck(Verdict.FAIL);
    return outside && !warned;
  }

  private boolean isClose(ChannelEstimate channel) {
    double actual = truth.of(channel.name()).contribution();
    return Math.abs(channel.contribution().mean() - actual) <= CLOSE * Math.abs(actual);
  }

  private boolean anyCheck(Verdict verdict) {
    return estimate.health().stream().anyMatch(check -> check.verdict() == verdict);
  }

  private double share(Predicate<ChannelEstimate> of, Predicate<ChannelEstimate> holds) {
    List<ChannelEstimate> counted = estimate.channels().stream().filter(of).toList();
    ToDoubleFunction<ChannelEstimate> one = channel -> holds.test(channel) ? 1 : 0;
    return RecoveryScorer.mean(counted, one);
  }
}
