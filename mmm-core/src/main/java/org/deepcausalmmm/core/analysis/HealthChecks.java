package org.deepcausalmmm.core.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.core.data.Panel;
import org.deepcausalmmm.core.estimate.Interval;
import org.deepcausalmmm.core.fit.FittedModel;
import org.jspecify.annotations.Nullable;

/** Judges a fitted model by what its own numbers say. */
final class HealthChecks {
  private final FittedModel fitted;

  HealthChecks(FittedModel fitted) {
    this.fitted = fitted;
  }

  /** Runs the checks that need no further fit. */
  List<HealthCheck> run(
      List<ChannelEffect> channels,
      Interval mediaShare,
      List<Contribution> contributions,
      FitScores train,
      @Nullable HoldoutScores holdout) {
    List<HealthCheck> checks = new ArrayList<>();
    checks.add(fit(train));
    checks.add(mediaShare(mediaShare));
    checks.add(largestChannel(channels));
    checks.add(negativeBaseline(contributions.get(0)));
    checks.add(collinearity());
    checks.add(regions());
    checks.add(structure());
    if (holdout != null) {
      checks.add(againstNaive(holdout));
      checks.add(coverage(holdout));
    }
    return checks;
  }

  private static HealthCheck fit(FitScores train) {
    return new HealthCheck(
        "fit",
        train.r2() >= 0.7 ? Verdict.PASS : train.r2() >= 0.4 ? Verdict.REVIEW : Verdict.FAIL,
        train.r2(),
        "R2 in the weeks used for fitting; a low one means that something that moves the outcome is"
            + " missing, a high one proves nothing about attribution.");
  }

  private static HealthCheck mediaShare(Interval share) {
    return new HealthCheck(
        "media_share",
        share.mean() < 0.6 ? Verdict.PASS : share.mean() < 0.8 ? Verdict.REVIEW : Verdict.FAIL,
        share.mean(),
        "Media are seldom behind more than 60% of an outcome; if the share is higher, add a"
            + " 'media-share' prior or the demand drivers that are missing.");
  }

  private static HealthCheck largestChannel(List<ChannelEffect> channels) {
    ChannelEffect largest =
        channels.stream().max(Comparator.comparingDouble(c -> c.share().mean())).orElseThrow();
    double share = largest.share().mean();
    return new HealthCheck(
        "largest_channel",
        share < 0.35 ? Verdict.PASS : share < 0.5 ? Verdict.REVIEW : Verdict.FAIL,
        share,
        "Channel '%s' has the largest share; above 35%% it may follow demand rather than drive it:"
                .formatted(largest.channel())
            + " confirm it by an experiment.");
  }

  private static HealthCheck negativeBaseline(Contribution baseline) {
    int negative = 0;
    int cells = 0;
    for (double[] row : baseline.value()) {
      for (double value : row) {
        negative += value < 0 ? 1 : 0;
        cells++;
      }
    }
    double share = (double) negative / cells;
    return new HealthCheck(
        "negative_baseline",
        share <= 0.01 ? Verdict.PASS : share <= 0.1 ? Verdict.REVIEW : Verdict.FAIL,
        share,
        "Share of region-weeks whose baseline is below 0; a negative baseline means that media are"
            + " credited with more than the outcome.");
  }

  private HealthCheck collinearity() {
    Panel panel = fitted.panel();
    double worst = 0;
    String pair = "";
    for (int a = 0; a < panel.channelCount(); a++) {
      for (int b = a + 1; b < panel.channelCount(); b++) {
        double correlation = Math.abs(correlation(a, b));
        if (correlation > worst) {
          worst = correlation;
          pair = panel.channelNames().get(a) + " and " + panel.channelNames().get(b);
        }
      }
    }
    return new HealthCheck(
        "collinearity",
        worst < 0.8 ? Verdict.PASS : worst < 0.95 ? Verdict.REVIEW : Verdict.FAIL,
        worst,
        pair.isEmpty()
            ? "There is one channel only."
            : "Largest correlation of exposures within regions (%s); above 0.95 the data cannot tell"
                    .formatted(pair)
                + " the two apart: join them or add a prior.");
  }

  /** Correlates two exposures after taking out each region's mean. */
  private double correlation(int a, int b) {
    double[][] x = fitted.panel().channels().get(a).exposure();
    double[][] y = fitted.panel().channels().get(b).exposure();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int r = 0; r < x.length; r++) {
      double meanX = mean(x[r]);
      double meanY = mean(y[r]);
      for (int t = 0; t < fitted.trainWeeks() && meanX > 0 && meanY > 0; t++) {
        double dx = x[r][t] / meanX - 1;
        double dy = y[r][t] / meanY - 1;
        xy += dx * dy;
        xx += dx * dx;
        yy += dy * dy;
      }
    }
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
  }

  private double mean(double[] values) {
    double sum = 0;
    for (int t = 0; t < fitted.trainWeeks(); t++) {
      sum += values[t];
    }
    return sum / fitted.trainWeeks();
  }

  private HealthCheck regions() {
    int count = fitted.panel().regionCount();
    return new HealthCheck(
        "regions",
        count >= 5 ? Verdict.PASS : Verdict.REVIEW,
        count,
        count >= 5
            ? "Differences between regions help to tell media from season."
            : "With few regions priors carry much of the weight: read the intervals, and add what"
                + " experiments have shown.");
  }

  private HealthCheck structure() {
    boolean own =
        fitted.panel().channels().stream().anyMatch(c -> c.spend() != null && !c.exposureIsSpend());
    return new HealthCheck(
        "structure_identified",
        own ? Verdict.PASS : Verdict.REVIEW,
        own ? 1 : 0,
        own
            ? "Spend and exposure are both known, so that edges between channels can be learned."
            : "Without spend beside exposure no channel can be shown to drive another; effects are"
                + " total effects of the exposures given.");
  }

  private static HealthCheck againstNaive(HoldoutScores holdout) {
    double best =
        Math.min(
            Math.min(holdout.lastValueRmse(), holdout.last4MeanRmse()), holdout.trainMeanRmse());
    if (!Double.isNaN(holdout.seasonalRmse())) {
      best = Math.min(best, holdout.seasonalRmse());
    }
    double ratio = holdout.rmse() / best;
    return new HealthCheck(
        "holdout_against_naive",
        ratio <= 1 ? Verdict.PASS : ratio <= 1.3 ? Verdict.REVIEW : Verdict.FAIL,
        ratio,
        "Error on the weeks held out over that of the best naive rule; above 1 the naive rule"
            + " forecasts better, so use the model for attribution, not for forecasting.");
  }

  private static HealthCheck coverage(HoldoutScores holdout) {
    double coverage = holdout.coverage90();
    return new HealthCheck(
        "coverage",
        coverage >= 0.8 && coverage <= 0.98
            ? Verdict.PASS
            : coverage >= 0.6 ? Verdict.REVIEW : Verdict.FAIL,
        coverage,
        "Share of outcomes held out that fell into their 90% interval.");
  }
}
