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

  /**
   * Gives what a channel brings per unit of its spend: in money where the data say what a unit of
   * the outcome is worth ({@code revenue_per_kpi}), else in units of the outcome.
   */
  NDArray roi(String channel);

  /**
   * Gives what a channel brings per further unit of its spend, were that 1% higher: in money or in
   * units of the outcome, as {@link #roi}.
   */
  NDArray marginalRoi(String channel);

  /**
   * Gives a parameter of a component.
   *
   * @param kind the kind of component, for example {@code saturation}
   * @param name the name of the parameter
   * @param channel the channel; may be empty if all channels that have the parameter share it
   */
  NDArray parameter(String kind, String name, String channel);

  /** Gives the loss of the data, in nats, without its gradient: for priors that scale with it. */
  NDArray dataLoss();
}
