package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;

/** Answers how returns diminish: maps the exposure that acts in a week to a response. */
@API(status = API.Status.STABLE, since = "0.1")
public interface Saturation extends Component {
  /**
   * Maps exposure to response, elementwise.
   *
   * <p>The response is exactly 0 at exposure 0 with a finite gradient there, and never falls as
   * exposure grows. Its scale is free: the core multiplies it by the coefficient of the channel.
   *
   * @param exposure [..., region, week, channel], after carry-over, 0 or more; 1 is the average of
   *     the channel in that region
   * @param parameters the declared parameters
   * @return same shape as the exposure
   */
  NDArray apply(NDArray exposure, Parameters parameters);
}
