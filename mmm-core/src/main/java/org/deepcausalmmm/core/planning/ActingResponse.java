package org.deepcausalmmm.core.planning;

/** The saturation of exposure after carry-over, before coefficients. */
interface ActingResponse {
  /**
   * Returns the responses and, if asked to, fills in their derivatives.
   *
   * @param acting [week]: exposure after carry-over
   * @param derivative [week]: filled unless empty
   * @return [week]
   */
  double[] read(int region, int channel, double[] acting, double[] derivative);
}
