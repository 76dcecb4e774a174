package org.deepcausalmmm.core.planning;

/** Says how the outcome responds to exposure that acts, before coefficients. */
interface ActingResponse {
  /**
   * Reads responses and, if asked to, their derivatives.
   *
   * @param acting [week]: exposure after carry-over
   * @param derivative [week]: filled unless empty
   * @return [week]
   */
  double[] read(int region, int channel, double[] acting, double[] derivative);
}
