package org.deepcausalmmm.core.backtest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.forecast.NaiveRule;

/**
 * The accuracy of forecasts, pooled over origins, regions and weeks.
 *
 * @param cells number of outcomes that were forecast and observed
 * @param rmse root mean squared error, in the outcome's units
 * @param wmape sum of absolute errors over sum of outcomes
 * @param crps continuous ranked probability score, in the outcome's units; of a forecast without a
 *     distribution it is the mean absolute error
 * @param coverage90 the share of outcomes inside their 90% interval
 * @param naive [rule], in the order of {@link NaiveRule}
 */
public record BacktestScores(
    int cells, double rmse, double wmape, double crps, double coverage90, List<NaiveScores> naive) {

  /**
   * The accuracy of a naive rule on the same outcomes; NaN where it does not apply to all of them.
   *
   * @param crps its mean absolute error
   */
  public record NaiveScores(NaiveRule rule, double rmse, double wmape, double crps) {}

  public BacktestScores {
    naive = List.copyOf(naive);
  }

  /** Returns the naive rule with the least RMSE; empty if none applies. */
  public Optional<NaiveScores> bestNaive() {
    return naive.stream()
        .filter(scores -> !Double.isNaN(scores.rmse()))
        .min(Comparator.comparingDouble(NaiveScores::rmse));
  }

  /**
   * Returns the RMSE over that of the best naive rule: below 1 the model forecasts better; NaN if
   * no rule applies.
   */
  public double againstNaive() {
    return bestNaive().map(best -> rmse / best.rmse()).orElse(Double.NaN);
  }
}
