package org.deepcausalmmm.core.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.deepcausalmmm.core.backtest.BacktestScores.NaiveScores;
import org.deepcausalmmm.core.forecast.NaiveRule;

/** The scores of a backtest's forecasts. */
final class BacktestScorer {
  private BacktestScorer() {}

  /** Returns the scores of cells; those without an outcome are skipped. */
  static BacktestScores score(List<BacktestCell> cells) {
    List<BacktestCell> scored = cells.stream().filter(BacktestCell::scored).toList();
    List<NaiveScores> naive = new ArrayList<>();
    for (NaiveRule rule : NaiveRule.values()) {
      ToDoubleFunction<BacktestCell> forecast = cell -> cell.naive().get(rule.ordinal());
      naive.add(
          new NaiveScores(
              rule,
              rmse(scored, forecast),
              wmape(scored, forecast),
              mean(scored, cell -> Math.abs(forecast.applyAsDouble(cell) - cell.actual()))));
    }
    return new BacktestScores(
        scored.size(),
        rmse(scored, BacktestCell::predicted),
        wmape(scored, BacktestCell::predicted),
        mean(scored, cell -> crps(cell.actual(), cell.predicted(), cell.sd())),
        mean(scored, cell -> cell.inside() ? 1 : 0),
        naive);
  }

  private static double rmse(List<BacktestCell> cells, ToDoubleFunction<BacktestCell> forecast) {
    return Math.sqrt(
        mean(cells, cell -> Math.pow(forecast.applyAsDouble(cell) - cell.actual(), 2)));
  }

  private static double wmape(List<BacktestCell> cells, ToDoubleFunction<BacktestCell> forecast) {
    return mean(cells, cell -> Math.abs(forecast.applyAsDouble(cell) - cell.actual()))
        / mean(cells, cell -> Math.abs(cell.actual()));
  }

  private static double mean(List<BacktestCell> cells, ToDoubleFunction<BacktestCell> value) {
    return cells.stream().mapToDouble(value).sum() / cells.size();
  }

  /**
   * Returns the continuous ranked probability score of a normal forecast (Gneiting and Raftery
   * 2007, JASA 102, equation 21).
   */
  static double crps(double actual, double mean, double sd) {
    if (sd <= 0) {
      return Math.abs(actual - mean);
    }
    double z = (actual - mean) / sd;
    double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    return sd * (z * (2 * distribution(z) - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
  }

  /**
   * Returns the standard normal distribution function, to 7 digits (Abramowitz and Stegun 1964,
   * 26.2.17).
   */
  private static double distribution(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
    return z >= 0 ? 1 - tail : tail;
  }
}
