package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.apiguardian.api.API;

/**
 * The present values of the parameters that a component declared.
 *
 * <p>Shapes broadcast against [region, week, channel]: a parameter without axes is a scalar, one
 * per channel is [channel], one per region [region, 1, 1], one per both [region, 1, channel]. Inner
 * axes come last: weights per channel are [channel, inner...].
 *
 * <p><b>Subsets.</b> The channels are those of the present call, in the order of the data: all that
 * the configuration gave to this component, or a part of them, down to one. The same component may
 * see other channels in the next call; never infer a channel from its position or number.
 *
 * <p>The arrays are attached to the present step's manager and carry gradients where the core needs
 * them; see {@link Component} for their life, precision and mutability. One instance serves one
 * call on one thread.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Parameters {
  /**
   * Returns the values of a parameter, within its constraint and in its own units.
   *
   * <p>Repeated calls may return the same array.
   *
   * @throws IllegalArgumentException if the component did not declare the parameter
   * @since API level 1
   */
  NDArray get(String name);

  /**
   * Returns the manager for constants, closed by the core after the present step.
   *
   * @since API level 1
   */
  NDManager manager();
}
