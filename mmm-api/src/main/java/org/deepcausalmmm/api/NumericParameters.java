package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * The present values of a component's parameters as plain numbers, or their derivatives.
 *
 * <p>The same parameters as {@link Parameters} hands out, without the tensor engine.
 *
 * @since API level 3
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface NumericParameters {
  /**
   * Returns the values of a parameter, within its constraint, or the sums to which their
   * derivatives are added.
   *
   * @return row-major: [channel, inner...] for a parameter per channel, [inner...] for one that all
   *     channels share; the array itself, not a copy
   * @throws IllegalArgumentException if it was not declared
   * @since API level 3
   */
  double[] get(String name);
}
