package org.deepcausalmmm.core.planning;

/** Says what exposures bring in the counted weeks at one draw of the parameters. */
interface FutureOutcome {
  /**
   * Gives the outcome of exposures, summed over the counted weeks.
   *
   * @param exposure [channel][region][lags before + counted week]
   * @param effectiveness [counted week][channel]
   * @param gradient as the exposure, 0 everywhere: derivatives are added; empty if not wanted
   * @return [region][channel]
   */
  double[][] brought(double[][][] exposure, double[][] effectiveness, double[][][] gradient);
}
