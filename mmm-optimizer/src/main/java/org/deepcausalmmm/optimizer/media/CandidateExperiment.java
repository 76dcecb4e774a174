package org.deepcausalmmm.optimizer.media;

/**
 * An experiment that may be carried out next.
 *
 * @param channel the tested channel
 * @param factor of the usual spend in the treated regions: 0 for going dark
 * @param usualSpend what the treated regions would spend in the weeks of the test
 * @param standardError of the lift that will be read, in units of the outcome
 * @param label what tables call it
 */
public record CandidateExperiment(
    String channel, double factor, double usualSpend, double standardError, String label) {

  /** Returns the change of spend. */
  public double spendChange() {
    return usualSpend * (factor - 1);
  }
}
