package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;

/** States what is believed beforehand of quantities that a marketer knows, in the data's units. */
@API(status = API.Status.STABLE, since = "0.1")
public interface Prior extends Component {
  /**
   * Gives the logarithm of the density of what is believed.
   *
   * @param quantities the present values of named quantities
   * @return a scalar, in nats
   */
  NDArray logDensity(Quantities quantities);
}
