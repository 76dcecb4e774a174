package org.deepcausalmmm.core.backtest;

import java.util.List;
import org.deepcausalmmm.core.forecast.NaiveRule;

/**
 * Is one forecast beside what came, in the data's units.
 *
 * @param origin the last week known, as the data name it
 * @param week the week forecast, as the data name it
 * @param ahead how many weeks after the last one known, from 1
 * @param actual NaN where the outcome was not observed
 * @param sd standard deviation of the forecast's error
 * @param naive [rule], in the order of {@link NaiveRule}; NaN where a rule does not apply
 */
public record BacktestCell(
    String origin,
    String geo,
    String week,
    int ahead,
    double actual,
    double predicted,
    double lower,
    double upper,
    double sd,
    List<Double> naive) {
  public BacktestCell {
    naive = List.copyOf(naive);
  }

  /** Tells whether there is an outcome to score against. */
  boolean scored() {
    return !Double.isNaN(actual);
  }

  /** Tells whether the outcome lies in the 90% interval. */
  boolean inside() {
    return actual >= lower && actual <= upper;
  }
}
