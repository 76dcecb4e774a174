package org.deepcausalmmm.core.diagnostics;

/** The potential scale reduction factor (Gelman and Rubin 1992, Statistical Science 7). */
final class ScaleReduction {
  private ScaleReduction() {}

  /**
   * Returns the square root of the variance over all chains over that within chains.
   *
   * @param chains [chain][draw]
   */
  static double of(double[][] chains) {
    int draws = chains[0].length;
    double within = 0;
    double[] mean = new double[chains.length];
    for (int c = 0; c < chains.length; c++) {
      mean[c] = Chains.mean(chains[c]);
      within += Chains.variance(chains[c], mean[c]) / chains.length;
    }
    double between = chains.length > 1 ? Chains.variance(mean, Chains.mean(mean)) : 0;
    return Math.sqrt((within * (draws - 1) / draws + between) / within);
  }
}
