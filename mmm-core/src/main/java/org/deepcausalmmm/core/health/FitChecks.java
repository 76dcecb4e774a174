package org.deepcausalmmm.core.health;

import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;

/** Checks of the residuals. */
final class FitChecks {
  private static final Limits R2 = new Limits(0.7, 0.4);
  private static final Limits DURBIN_WATSON = new Limits(0.6, 1);

  /** Relative difference of the prediction's sum from the outcome's. */
  private static final Limits LEVEL = new Limits(0.03, 0.1);

  private static final int LEAST_PAIRS = 10;

  private FitChecks() {}

  static Optional<HealthCheck> fit(Evidence evidence) {
    double r2 = evidence.analysis().train().r2();
    List<String> rejected = evidence.fitted().record().rejectedLosses();
    String advice =
        "R2 in the training weeks. A low value means that a driver of the outcome is missing; a"
            + " high value is no evidence of correct attribution.";
    if (rejected.isEmpty()) {
      return Optional.of(R2.check("fit", r2, advice));
    }
    Verdict verdict = R2.judge(r2);
    return Optional.of(
        new HealthCheck(
            "fit",
            verdict == Verdict.PASS ? Verdict.REVIEW : verdict,
            r2,
            "%s The loss is '%s', as the model missed the outcome under %s."
                .formatted(
                    advice,
                    evidence.fitted().configuration().model().loss().type(),
                    String.join(" and ", rejected))));
  }

  /** Compares the sums of prediction and outcome: a robust loss is biased for asymmetric noise. */
  static Optional<HealthCheck> level(Evidence evidence) {
    double predicted = 0;
    double observed = 0;
    for (int r = 0; r < evidence.data().regionCount(); r++) {
      for (int t = 0; t < evidence.trainWeeks(); t++) {
        if (evidence.data().observed()[r][t]) {
          predicted += evidence.analysis().prediction().mean()[r][t];
          observed += evidence.panel().outcome()[r][t];
        }
      }
    }
    return Optional.of(
        LEVEL.check(
            "prediction_level",
            Math.abs(predicted / observed - 1),
            "Relative difference between the sums of prediction and outcome. Above 0.03 the noise is"
                + " asymmetric: use 'loss: {type: gaussian}' or correct outliers."));
  }

  static Optional<HealthCheck> autocorrelation(Evidence evidence) {
    double statistic = durbinWatson(evidence.residuals());
    if (Double.isNaN(statistic)) {
      return Optional.empty();
    }
    return Optional.of(
        new HealthCheck(
            "residual_autocorrelation",
            DURBIN_WATSON.judge(Math.abs(statistic - 2)),
            statistic,
            "Durbin-Watson statistic of the residuals, ideally 2. Far below, a driver that lasts for"
                + " weeks is missing; far above, the baseline overfits noise."));
  }

  /**
   * Returns the statistic of Durbin and Watson (1950, Biometrika 37) within regions, with means
   * instead of sums, so that missing outcomes do not make it smaller.
   *
   * @param residuals [region][week]; NaN where not observed
   * @return NaN if fewer than ten pairs of consecutive weeks were observed
   */
  static double durbinWatson(double[][] residuals) {
    double differences = 0;
    double squares = 0;
    int pairs = 0;
    int cells = 0;
    for (double[] row : residuals) {
      for (int t = 0; t < row.length; t++) {
        if (!Double.isNaN(row[t])) {
          squares += row[t] * row[t];
          cells++;
          double before = t == 0 ? Double.NaN : row[t - 1];
          if (!Double.isNaN(before)) {
            differences += (row[t] - before) * (row[t] - before);
            pairs++;
          }
        }
      }
    }
    return pairs < LEAST_PAIRS || squares == 0
        ? Double.NaN
        : (differences / pairs) / (squares / cells);
  }
}
