package org.deepcausalmmm.core.backtest;

import java.util.List;
import org.deepcausalmmm.core.forecast.NaiveRule;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * One forecast with the observed outcome, in the data's units.
 *
 * @param origin the last training week, as the data name it
 * @param week the week forecast, as the data name it
 * @param ahead number of weeks after the last training week, from 1
 * @param actual NaN where the outcome was not observed
 * @param forecast mean and 90% interval
 * @param sd standard deviation of the forecast's error
 * @param naive [rule], in the order of {@link NaiveRule}; NaN where a rule does not apply
 */
public record BacktestCell(
    String origin,
    String geo,
    String week,
    int ahead,
    double actual,
    Interval forecast,
    double sd,
    List<Double> naive) {
  public BacktestCell {
    naive = List.copyOf(naive);
  }

  /** Returns the expected outcome. */
  public double predicted() {
    return forecast.mean();
  }

  /** Returns whether the outcome was observed. */
  boolean scored() {
    return !Double.isNaN(actual);
  }

  /** Returns whether the outcome lies in the 90% interval. */
  boolean inside() {
    return actual >= forecast.lower() && actual <= forecast.upper();
  }
}
