package org.deepcausalmmm.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.forecast.NaiveRule;
import org.deepcausalmmm.data.estimate.Interval;
import org.junit.jupiter.api.Test;

class BacktestScorerTest {
  private static BacktestCell cell(double actual, double predicted, double naive) {
    List<Double> rules = List.of(naive, naive + 1, Double.NaN, naive + 2);
    Interval forecast = new Interval(predicted, predicted - 2, predicted + 2);
    return new BacktestCell("9", "north", "10", 1, actual, forecast, 1, rules);
  }

  @Test
  void poolsErrorsOverWhatWasObserved() {
    BacktestScores scores =
        BacktestScorer.score(
            List.of(cell(10, 11, 13), cell(20, 17, 20), cell(Double.NaN, 1000, 1000)));
    assertThat(scores.cells()).isEqualTo(2);
    assertThat(scores.rmse()).isCloseTo(Math.sqrt(5), within(1e-12));
    assertThat(scores.wmape()).isCloseTo(4.0 / 30, within(1e-12));
    assertThat(scores.coverage90()).isEqualTo(0.5);
    assertThat(scores.bestNaive().orElseThrow().rule()).isEqualTo(NaiveRule.LAST_VALUE);
    assertThat(scores.bestNaive().orElseThrow().crps()).isCloseTo(1.5, within(1e-12));
    assertThat(scores.againstNaive()).isCloseTo(Math.sqrt(5 / 4.5), within(1e-12));
    assertThat(scores.naive().get(NaiveRule.SEASONAL.ordinal()).rmse()).isNaN();
  }

  @Test
  void comparesWithNothingWhereNothingWasObserved() {
    BacktestScores scores = BacktestScorer.score(List.of(cell(Double.NaN, 1000, 1000)));
    assertThat(scores.bestNaive()).isEmpty();
    assertThat(scores.againstNaive()).isNaN();
  }

  @Test
  void crpsIsTheExpectedDistanceLessHalfTheSpread() {
    SplittableRandom random = new SplittableRandom(1);
    int draws = 200_000;
    double distance = 0;
    double spread = 0;
    for (int i = 0; i < draws; i++) {
      double one = 3 + 2 * random.nextGaussian();
      double other = 3 + 2 * random.nextGaussian();
      distance += Math.abs(one - 4.5) / draws;
      spread += Math.abs(one - other) / draws;
    }
    assertThat(BacktestScorer.crps(4.5, 3, 2)).isCloseTo(distance - spread / 2, within(0.02));
    assertThat(BacktestScorer.crps(4.5, 3, 0)).isEqualTo(1.5);
  }

  @Test
  void stabilityMeasuresMovesFromOriginToOrigin() {
    RoiStability steady = RoiStability.of(List.of(at(2, 1.5, 2.5), at(2.4, 2, 3), at(1.2, 1, 2)));
    assertThat(steady.mean()).isCloseTo(5.6 / 3, within(1e-12));
    assertThat(steady.largestMove()).isCloseTo(0.5, within(1e-12));
    assertThat(steady.insideShare()).isEqualTo(0.5);
    assertThat(steady.variation()).isCloseTo(0.327, within(0.001));
    assertThat(RoiStability.of(List.of(at(2, 1, 3))).insideShare()).isNaN();
  }

  @Test
  void stabilityPassesOverOriginsBeforeALaunch() {
    Interval zero = new Interval(0, 0, 0);
    ChannelEffect idle = new ChannelEffect("tv", 0.0, 0, zero, zero, zero, null, null);
    ChannelAtOrigin before = new ChannelAtOrigin("1", 26, idle);
    RoiStability launched = RoiStability.of(List.of(before, at(2, 1, 3), at(3, 2, 4)));
    assertThat(launched.metric()).isEqualTo("roi");
    assertThat(launched.mean()).isEqualTo(2.5);
    assertThat(launched.largestMove()).isCloseTo(0.5, within(1e-12));
    assertThat(RoiStability.of(List.of(before)).mean()).isNaN();
  }

  private static ChannelAtOrigin at(double mean, double lower, double upper) {
    Interval roi = new Interval(mean, lower, upper);
    Interval total = roi.times(10);
    ChannelEffect effect = new ChannelEffect("tv", 10.0, 10, total, total, roi, roi, null);
    return new ChannelAtOrigin("9", 30, effect);
  }
}
