package org.deepcausalmmm.core.analysis;

import org.deepcausalmmm.data.estimate.Interval;

/**
 * An experiment beside the model that learned from it, in units of the outcome.
 *
 * @param measured the measured lift with its 90% interval
 * @param simulated the lift that the model simulates with this and all other knowledge
 * @param withoutIt the same without this experiment, as if posterior and error were normal
 * @param agreement posterior predictive p of the measured lift: probability that a lift at least as
 *     far from the model without the experiment would be measured if that model were right
 */
public record ExperimentFit(
    String name,
    String channel,
    Interval measured,
    Interval simulated,
    Interval withoutIt,
    double agreement) {
  /** Below it experiment and data contradict each other. */
  public static final double CONTRADICTION = 0.01;

  /**
   * Greatest 90% half-width of a measured lift, as a share of it, that outweighs confounded data.
   */
  private static final double PRECISE = 0.4;

  /**
   * Returns whether the experiment is precise enough to decide what confounding leaves open, and
   * the data do not contradict it. A measured lift that is known to within its half only is
   * outweighed by data whose intervals are narrow because they mistake demand for an effect.
   */
  public boolean settles() {
    double halfWidth = (measured.upper() - measured.lower()) / 2;
    return halfWidth <= PRECISE * Math.abs(measured.mean()) && agreement >= CONTRADICTION;
  }
}
