package org.deepcausalmmm.optimizer;

/** Weights of draws whose weighted mean bounds a measure of risk. */
final class DrawWeights {
  /** How often the draws that count are chosen anew when CVaR is bounded. */
  static final int CVAR_ROUNDS = 4;

  private DrawWeights() {}

  /** Returns all weight to one draw: [draw]. */
  static double[] only(int draw, int count) {
    double[] weights = new double[count];
    weights[draw] = 1;
    return weights;
  }

  /**
   * Moves weights towards those of the worst draws; the average of weights that CVaR allows is
   * allowed as well.
   *
   * @param weights [draw]: the mean of as many weights as there were rounds
   * @param worst [draw]: the next ones
   */
  static double[] towards(double[] weights, double[] worst, int rounds) {
    double[] shifted = new double[weights.length];
    for (int d = 0; d < shifted.length; d++) {
      shifted[d] = (rounds * weights[d] + worst[d]) / (rounds + 1);
    }
    return shifted;
  }
}
