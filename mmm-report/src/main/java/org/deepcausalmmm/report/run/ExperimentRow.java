package org.deepcausalmmm.report.run;

import org.deepcausalmmm.data.estimate.Interval;

/**
 * An experiment that a run learned from.
 *
 * @param lifts the lift as measured and as the model simulates it
 * @param agreement the posterior predictive p-value of the measurement without the experiment
 * @param changedSpend actual spend less what would have been spent; NaN if it is not known
 */
public record ExperimentRow(
    String name, String channel, Lifts lifts, double agreement, double changedSpend) {

  /**
   * The lift of an experiment in units of the outcome.
   *
   * @param before what the model would simulate without the experiment
   * @param measured with the interval of the measurement
   * @param after what the model simulates, having learned from it
   */
  public record Lifts(Interval before, Interval measured, Interval after) {}

  /** Returns whether lifts can be given per unit of spend. */
  public boolean hasSpend() {
    return Double.isFinite(changedSpend) && changedSpend != 0;
  }

  /** Returns a lift per unit of changed spend, which is an ROI; the lift itself without spend. */
  public Interval scaled(Interval lift) {
    if (!hasSpend()) {
      return lift;
    }
    double a = lift.lower() / changedSpend;
    double b = lift.upper() / changedSpend;
    return new Interval(lift.mean() / changedSpend, Math.min(a, b), Math.max(a, b));
  }
}
