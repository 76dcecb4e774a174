package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Diminishing returns: the map from the exposure that acts in a week to a response.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Saturation extends Component {
  /**
   * Returns the response to exposure, elementwise.
   *
   * <p>The response is exactly 0 at exposure 0 and never falls as exposure grows; values and slopes
   * are finite everywhere, also at 0 and at parameters far from their prior. Its scale is free: the
   * core divides by the channel's mean response over the training weeks and multiplies by the
   * channel's coefficient. A mean below 1e-9 counts as no response at all. No bound is required,
   * but a response that does not level off leaves plans without a limit of their own.
   *
   * <p>Called in every gradient step of training and sampling (single precision), for every
   * counterfactual and, in planning, once per posterior draw on a table of exposures from 0 to 255
   * times the average (63 times with parameters that vary by region; double precision), beyond
   * which the core continues it as a straight line.
   *
   * <p>Do not look across cells: the middle axes need not be all regions or all weeks.
   *
   * @param exposure [batch..., region, week, channel], after carry-over, 0 or more, NaN-free; 1 is
   *     the average of the channel in that region. There may be any number of batch axes in front
   *     (the factors of a counterfactual, for example), axes of length 1, and a part of the
   *     channels
   * @param parameters the declared parameters, for the channels of {@code exposure}
   * @return same shape and type as the exposure
   * @since API level 1
   */
  NDArray apply(NDArray exposure, Parameters parameters);

  /**
   * Returns the response in plain Java; absent if only the tensor engine computes it.
   *
   * @since API level 3
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  default Optional<ResponseFunction> responseFunction() {
    return Optional.empty();
  }
}
