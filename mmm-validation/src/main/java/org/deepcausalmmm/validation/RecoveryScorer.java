package org.deepcausalmmm.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.simulation.Truth;
import org.deepcausalmmm.simulation.Truth.ChannelTruth;
import org.deepcausalmmm.validation.WorldEstimate.ChannelEstimate;

/** The comparison of a fit's estimates with a world's truth. */
public final class RecoveryScorer {
  private final WorldEstimate estimate;
  private final Truth truth;
  private final Map<Metric, Double> scores = new EnumMap<>(Metric.class);

  private RecoveryScorer(WorldEstimate estimate, Truth truth) {
    this.estimate = estimate;
    this.truth = truth;
  }

  /**
   * Returns the scores of a fit.
   *
   * @return the value of every metric that the world defines; none of time and memory
   */
  public static Map<Metric, Double> score(WorldEstimate estimate, Truth truth) {
    RecoveryScorer scorer = new RecoveryScorer(estimate, truth);
    scorer.scoreContributions();
    scorer.scoreDirectEffects();
    scorer.scoreCurves();
    scorer.putAll(EdgeScores.of(estimate, truth));
    scorer.putAll(EffectivenessScores.of(estimate, truth));
    scorer.putAll(EvidenceScores.of(estimate, truth));
    return scorer.scores;
  }

  private void scoreContributions() {
    put(Metric.CONTRIBUTION_ERROR, meanOfActing(this::contributionError));
    put(Metric.TESTED_ERROR, mean(tested(), this::contributionError));
    put(Metric.SHARE_ERROR, mean(estimate.channels(), this::shareError));
    put(Metric.MEDIA_SHARE_ERROR, Math.abs(estimate.mediaShare().mean() - trueMediaShare()));
    put(Metric.ROI_RANK, roiRank());
    put(
        Metric.COVERAGE_90,
        meanOfActing(c -> covered(c.contribution(), truth.of(c.name()).contribution())));
    put(
        Metric.COVERAGE_50,
        meanOfActing(c -> covered(c.half(), truth.of(c.name()).contribution())));
    put(
        Metric.WIDTH_90,
        meanOfActing(
            c ->
                (c.contribution().upper() - c.contribution().lower())
                    / truth.of(c.name()).contribution()));
    estimate.channels().stream()
        .filter(c -> !acts(c))
        .mapToDouble(c -> c.contribution().lower() / estimate.outcomeTotal())
        .max()
        .ifPresent(lower -> put(Metric.IDLE_LOWER, lower));
  }

  private double contributionError(ChannelEstimate channel) {
    return relativeError(channel.contribution().mean(), truth.of(channel.name()).contribution());
  }

  /** Returns the channel of the lift test, if there was one. */
  private List<ChannelEstimate> tested() {
    Truth.LiftTest lift = truth.lift();
    return estimate.channels().stream()
        .filter(c -> lift != null && c.name().equals(lift.channel()))
        .toList();
  }

  private double shareError(ChannelEstimate channel) {
    double share = channel.contribution().mean() / estimate.outcomeTotal();
    return Math.abs(share - truth.of(channel.name()).contribution() / truth.outcomeTotal());
  }

  /**
   * Returns the true contribution share of all media; where only contributions are known, their
   * sum.
   */
  private double trueMediaShare() {
    Double baseline = truth.baselineTotal();
    if (baseline != null) {
      return 1 - baseline / truth.outcomeTotal();
    }
    double sum = truth.channel().values().stream().mapToDouble(ChannelTruth::contribution).sum();
    return sum / truth.outcomeTotal();
  }

  private double roiRank() {
    List<ChannelEstimate> paid =
        estimate.channels().stream().filter(c -> truth.of(c.name()).spend() > 0).toList();
    double[] estimated =
        paid.stream()
            .mapToDouble(c -> c.contribution().mean() / truth.of(c.name()).spend())
            .toArray();
    double[] actual =
        paid.stream()
            .mapToDouble(c -> truth.of(c.name()).contribution() / truth.of(c.name()).spend())
            .toArray();
    return Ranks.rankCorrelation(estimated, actual);
  }

  private void scoreDirectEffects() {
    ToDoubleFunction<ChannelEstimate> actual =
        c -> Objects.requireNonNull(truth.of(c.name()).direct());
    List<ChannelEstimate> known =
        estimate.channels().stream()
            .filter(c -> truth.of(c.name()).direct() != null && actual.applyAsDouble(c) > 0)
            .toList();
    put(
        Metric.DIRECT_ERROR,
        mean(known, c -> relativeError(c.direct().mean(), actual.applyAsDouble(c))));
    put(Metric.COVERAGE_DIRECT, mean(known, c -> covered(c.direct(), actual.applyAsDouble(c))));
  }

  private void scoreCurves() {
    double half = curveError(0.5);
    double more = curveError(1.5);
    double twice = curveError(2.0);
    put(Metric.CURVE_HALF, half);
    put(Metric.CURVE_MORE, more);
    put(Metric.CURVE_DOUBLE, twice);
    put(Metric.CURVE_ERROR, (half + more + twice) / 3);
    List<Double> inside = new ArrayList<>();
    for (double multiplier : new double[] {0.5, 1.5, 2.0}) {
      for (ChannelEstimate channel : withCurve(multiplier)) {
        Interval estimated = Objects.requireNonNull(channel.curve().get(multiplier));
        inside.add(covered(estimated, trueCurve(channel, multiplier)));
      }
    }
    put(Metric.COVERAGE_CURVE, mean(inside, v -> v));
  }

  private double curveError(double multiplier) {
    return mean(
        withCurve(multiplier),
        c ->
            relativeError(
                Objects.requireNonNull(c.curve().get(multiplier)).mean(),
                trueCurve(c, multiplier)));
  }

  private double trueCurve(ChannelEstimate channel, double multiplier) {
    return Objects.requireNonNull(truth.of(channel.name()).curve().get(multiplier));
  }

  private List<ChannelEstimate> withCurve(double multiplier) {
    return estimate.channels().stream()
        .filter(c -> acts(c) && c.curve().containsKey(multiplier))
        .filter(c -> truth.of(c.name()).curve().containsKey(multiplier))
        .toList();
  }

  private boolean acts(ChannelEstimate channel) {
    return truth.of(channel.name()).contribution() > 0;
  }

  private double meanOfActing(ToDoubleFunction<ChannelEstimate> value) {
    return mean(estimate.channels().stream().filter(this::acts).toList(), value);
  }

  static <T> double mean(List<T> items, ToDoubleFunction<T> value) {
    return items.stream().mapToDouble(value).average().orElse(Double.NaN);
  }

  private static double relativeError(double estimated, double actual) {
    return Math.abs(estimated / actual - 1);
  }

  /** Returns 1 if an interval contains the actual value, 0 otherwise. */
  static double covered(Interval interval, double actual) {
    return interval.lower() <= actual && actual <= interval.upper() ? 1 : 0;
  }

  private void putAll(Map<Metric, Double> values) {
    values.forEach(this::put);
  }

  private void put(Metric metric, double value) {
    if (!Double.isNaN(value)) {
      scores.put(metric, value);
    }
  }
}
