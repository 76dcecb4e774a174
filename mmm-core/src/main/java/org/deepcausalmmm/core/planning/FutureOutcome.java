package org.deepcausalmmm.core.planning;

/** The contribution of exposures in the counted weeks at one posterior draw. */
interface FutureOutcome {
  /**
   * Returns the contribution of exposures, summed over the counted weeks.
   *
   * @param exposure [channel][region][lags before + counted week]
   * @param effectiveness [counted week][channel]
   * @param gradient as the exposure, 0 everywhere: derivatives are added; empty if not wanted
   * @return [region][channel]
   */
  double[][] contribution(double[][][] exposure, double[][] effectiveness, double[][][] gradient);
}
