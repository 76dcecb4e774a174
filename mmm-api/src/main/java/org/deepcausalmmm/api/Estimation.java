package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * How a fit estimates a parameter: with a posterior of its own, or at the posterior mode alone.
 *
 * <p>A parameter with {@link Axis#REGION} is estimated at the mode, whichever of the two is
 * declared.
 *
 * @since API level 3
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum Estimation {
  /**
   * A quantity with posterior draws and credible intervals; the fit starts it at the center of its
   * prior.
   *
   * @since API level 3
   */
  SAMPLED,
  /**
   * An inner weight of a network, which every posterior draw holds at the mode, so that no interval
   * contains its uncertainty.
   *
   * <p>The fit starts it at random, {@link ParameterSpec#startSd()} around the center of its prior,
   * because equal weights would receive equal gradients and stay equal. The outer weights of a
   * network, which are linear in its features, are {@link #SAMPLED}, as in a Bayesian last layer.
   *
   * @since API level 3
   */
  AT_MODE
}
