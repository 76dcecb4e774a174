package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.apiguardian.api.API;

/**
 * Hands a component the present values of the parameters that it declared.
 *
 * <p>Shapes are made to broadcast against [region, week, channel]: a parameter without axes is a
 * scalar, one per channel is [channel], one per region [region, 1, 1], one per both [region, 1,
 * channel]. Inner axes come last: weights per channel are [channel, inner...]. The channels are
 * those that the configuration gave to this component, in the order of the data.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Parameters {
  /**
   * Gives the values of a parameter, within its constraint.
   *
   * @throws IllegalArgumentException if it was not declared
   */
  NDArray get(String name);

  /** Gives the manager for constants that live as long as the present computation. */
  NDManager manager();
}
