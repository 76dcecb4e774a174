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

  /** Returns whether the experiment tells the sign of the effect, and the data do not object. */
  public boolean settles() {
    boolean signed = measured.lower() > 0 || measured.upper() < 0;
    return signed && agreement >= CONTRADICTION;
  }
}
