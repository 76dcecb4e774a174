package org.deepcausalmmm.core.simulation;

/** Says what a simulated world would sell under any spend, without noise. */
public final class TrueOutcome {
  private final Mechanism mechanism;

  TrueOutcome(Mechanism mechanism) {
    this.mechanism = mechanism;
  }

  /** Gives the spend that was carried out: [channel][region][week]. */
  public double[][][] spend() {
    double[][][] spend = mechanism.plan().spend().clone();
    for (int c = 0; c < spend.length; c++) {
      spend[c] = Tables.times(spend[c], 1);
    }
    return spend;
  }

  /**
   * Gives the outcome that some spend leads to.
   *
   * @param spend [channel][region][week]: money
   * @return [region][week]
   */
  public double[][] under(double[][][] spend) {
    return mechanism.outcome(spend);
  }
}
