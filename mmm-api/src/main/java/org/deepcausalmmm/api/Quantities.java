package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;

/**
 * The quantities of the model's present state that priors refer to, as differentiable scalars.
 *
 * <p>All are taken over the observed cells (region and week) of the training weeks: holdout weeks
 * never enter. Effects are total effects: the exposures of driven channels follow. Effectiveness is
 * constant while priors act.
 *
 * <p>Every method that names a channel throws {@link MmmException} with code MMM-CONFIG-007 if the
 * data have no such channel.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Quantities {
  /**
   * Returns the share of all media in the outcome; not bounded to (0, 1) during a search.
   *
   * @since API level 1
   */
  NDArray mediaShare();

  /**
   * Returns the share of a channel's incremental outcome in the outcome.
   *
   * @since API level 1
   */
  NDArray contributionShare(String channel);

  /**
   * Returns the ROI of a channel, its incremental outcome per unit of its spend: in money where the
   * data have {@code revenue_per_kpi}, else in units of the outcome.
   *
   * @throws MmmException with code MMM-CONFIG-062 if the channel has no spend in the training weeks
   * @since API level 1
   */
  NDArray roi(String channel);

  /**
   * Returns the marginal ROI of a channel: the incremental outcome of spend 1% higher, per unit of
   * the further spend; in money or in units of the outcome as {@link #roi}.
   *
   * @throws MmmException with code MMM-CONFIG-062 if the channel has no spend in the training weeks
   * @since API level 1
   */
  NDArray marginalRoi(String channel);

  /**
   * Returns one value of a component's parameter, in its own units. Weights of networks and
   * parameters that vary by region cannot be asked for.
   *
   * @param kind the kind of component, for example {@code saturation}
   * @param name the name of the parameter
   * @param channel the channel; may be empty if all channels that have the parameter share it
   * @throws MmmException with code MMM-CONFIG-061 if there is no such single value
   * @since API level 1
   */
  NDArray parameter(String kind, String name, String channel);

  /**
   * Returns the loss of the data, in nats, as a constant without gradient: for priors that scale
   * with it. It is 0 where the curvature of a prior is measured, so never divide by it.
   *
   * @since API level 1
   */
  NDArray dataLoss();
}
