package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * The response of a {@link Saturation} component and its derivatives in plain Java, so that chains
 * of draws run beside each other and do without the tensor engine.
 *
 * <p>It computes the same numbers as {@link Saturation#apply}, to 1e-5; a contract of the test kit
 * compares them. It serves components of which no parameter varies by region, holds no state and is
 * called by several threads at once, some ten thousand times a fit and channel.
 *
 * @since API level 3
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ResponseFunction {
  /**
   * Computes the responses of one channel.
   *
   * @param parameters the channel's values in the order of {@link Saturation#parameters}
   * @param exposure after carry-over, 0 or more; it may be longer than needed
   * @param count how many entries to compute
   * @param response to be filled
   * @since API level 3
   */
  void respond(double[] parameters, double[] exposure, int count, double[] response);

  /**
   * Computes the responses of one channel and their derivatives.
   *
   * @param byExposure to be filled with the derivative by the exposure; finite at 0
   * @param byParameter [parameter][entry], to be filled with the derivatives by the constrained
   *     parameters
   * @since API level 3
   */
  void differentiate(
      double[] parameters,
      double[] exposure,
      int count,
      double[] response,
      double[] byExposure,
      double[][] byParameter);
}
