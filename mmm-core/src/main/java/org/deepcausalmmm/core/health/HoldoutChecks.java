package org.deepcausalmmm.core.health;

import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.core.analysis.HoldoutScores;

/** Checks of the forecast of the holdout. */
final class HoldoutChecks {
  private static final Limits AGAINST_NAIVE = new Limits(1.0 + 1e-12, 1.3);

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
    return Optional.of(
        new HealthCheck(
            "coverage",
            coverage >= 0.8 && coverage <= 0.98
                ? Verdict.PASS
                : coverage >= 0.6 ? Verdict.REVIEW : Verdict.FAIL,
            coverage,
            "Share of holdout outcomes inside their 90% interval; 0.8 to 0.98 is expected."));
  }
}
