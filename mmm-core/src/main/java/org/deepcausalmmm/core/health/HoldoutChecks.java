package org.deepcausalmmm.core.health;

import java.util.Locale;
import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.core.analysis.HoldoutScores;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/** Checks of the forecast of the holdout. */
final class HoldoutChecks {
  private static final Limits AGAINST_NAIVE = new Limits(1.0 + 1e-12, 1.3);

  /** Intervals that miss more than this are no 90% intervals, however few the weeks. */
  private static final double LEAST_COVERAGE = 0.6;

  private static final double UNUSUAL = 0.025;
  private static final double RARE = 0.001;

  private HoldoutChecks() {}

  static Optional<HealthCheck> againstNaive(Evidence evidence) {
    HoldoutScores holdout = evidence.analysis().holdout();
    if (holdout == null || Double.isNaN(holdout.rmse())) {
      return Optional.empty();
    }
    return Optional.of(
        AGAINST_NAIVE.check(
            "holdout_against_naive",
            holdout.rmse() / holdout.naive().least(),
            "RMSE in the holdout relative to the best naive rule. Above 1 the naive rule forecasts"
                + " better: use the model for attribution, not for forecasting."));
  }

  static Optional<HealthCheck> coverage(Evidence evidence) {
    HoldoutScores holdout = evidence.analysis().holdout();
    if (holdout == null || Double.isNaN(holdout.coverage90())) {
      return Optional.empty();
    }
    double coverage = holdout.coverage90();
    int independent = (int) Math.round(holdout.weeks() * Math.sqrt(evidence.panel().regionCount()));
    return Optional.of(
        new HealthCheck(
            "coverage",
            judge(coverage, independent),
            coverage,
            String.format(
                Locale.ROOT,
                "Share of holdout outcomes inside their 90%% interval. With so many weeks and regions,"
                    + " %.2f to %.2f is expected; below, widen the forecast's intervals by judgement.",
                quantile(UNUSUAL, independent),
                quantile(1 - RARE, independent))));
  }

  /**
   * Judges a coverage by binomial limits.
   *
   * @param independent how many independent outcomes the holdout counts for: errors of regions in
   *     one week are related, so that a week counts for the root of the number of regions
   */
  static Verdict judge(double coverage, int independent) {
    if (coverage < Math.min(LEAST_COVERAGE, quantile(RARE, independent))) {
      return Verdict.FAIL;
    }
    boolean expected =
        coverage >= quantile(UNUSUAL, independent) && coverage <= quantile(1 - RARE, independent);
    return expected ? Verdict.PASS : Verdict.REVIEW;
  }

  /** Returns a quantile of the share of outcomes that lie inside 90% intervals. */
  private static double quantile(double probability, int independent) {
    return new BinomialDistribution(independent, 0.9).inverseCumulativeProbability(probability)
        / (double) independent;
  }
}
