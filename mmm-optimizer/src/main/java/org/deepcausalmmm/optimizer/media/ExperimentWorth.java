package org.deepcausalmmm.optimizer.media;

import org.deepcausalmmm.data.estimate.Interval;

/**
 * The worth of an experiment for the next plan, in units of the outcome.
 *
 * @param value expected value of sample information: by how much the plan made after the experiment
 *     is expected to earn more than the one made now, with the 90% interval of its estimate over
 *     posterior draws
 * @param lift expected effect of the experiment itself on the outcome
 * @param changesPlan probability that the plan after it moves more than 5% of the budget
 */
public record ExperimentWorth(
    CandidateExperiment experiment, Interval value, double lift, double changesPlan) {

  /**
   * Returns the value less the loss by the experiment itself, spend counted one to one with the
   * outcome. A gain does not count: more spend in a good channel needs no experiment.
   */
  public double net() {
    return value.mean() + Math.min(0, lift - experiment.spendChange());
  }
}
