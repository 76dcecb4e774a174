package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;

/**
 * Gives a prior the quantities of the model's present state, differentiably. All are scalars.
 *
 * <p>Every method throws {@link MmmException} if there is no such channel or parameter, and {@link
 * #roi} and {@link #marginalRoi} if the channel has no spend.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Quantities {
  /** Gives the share of all media in the outcome. */
  NDArray mediaShare();

  /** Gives the share of a channel's total effect in the outcome. */
  NDArray contributionShare(String channel);

  /** Gives the incremental outcome of a channel per unit of its spend. */
  NDArray roi(String channel);

  /** Gives the incremental outcome per unit of spend if the spend were 1% higher. */
  NDArray marginalRoi(String channel);

  /**
   * Gives a parameter of a component.
   *
   * @param kind the kind of component, for example {@code saturation}
   * @param name the name of the parameter
   * @param channel the channel; ignored if the parameter does not vary by channel
   */
  NDArray parameter(String kind, String name, String channel);

  /** Gives the loss of the data, in nats, without its gradient: for priors that scale with it. */
  NDArray dataLoss();
}
