package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;

/**
 * Prior knowledge of quantities that a marketer knows, such as an ROI, in the data's units.
 *
 * <p>Priors on single parameters that a component declares are their {@link Belief}; a {@code
 * Prior} comes on top of these. It declares no parameters of its own: what {@link #parameters()}
 * returns is ignored.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Prior extends Component {
  /**
   * Returns the logarithm of the prior density at the model's present state.
   *
   * <p>Called in every gradient step of training and of posterior sampling (thousands in a fit, so
   * ask for few quantities), in single precision; in double precision for the Laplace
   * approximation; and once when a configuration is checked, with arbitrary values of all
   * quantities, to find names that do not exist. So the names must not depend on the values.
   *
   * <p>The density need not be normalised: only gradients and differences between states enter, so
   * a constant may be left out. It has to be finite, with finite slopes, wherever a search may go,
   * also where a share lies outside (0, 1) or an ROI is 0.
   *
   * @param quantities the quantities of the present state, over the training weeks
   * @return a scalar, in nats
   * @throws MmmException if the quantity does not exist, see {@link Quantities}
   * @since API level 1
   */
  NDArray logDensity(Quantities quantities);
}
