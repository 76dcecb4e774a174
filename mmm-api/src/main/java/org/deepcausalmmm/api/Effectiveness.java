package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;

/**
 * Time-varying effectiveness: how the effect of a unit of response changes over the weeks.
 *
 * <p>The core fits it in a stage after the media parameters, with everything else held, and pins
 * each channel's total over the training weeks, so that it only shifts effect between weeks. The
 * stage is skipped where the data show no time-varying effectiveness.
 *
 * @since API level 1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Effectiveness extends Component {
  /**
   * Returns the logarithm of each channel's multiplier in each week.
   *
   * <p>Called in every step of the stage (some hundreds), in single precision and with gradients;
   * finite values with finite slopes are required. Weeks after the training weeks are not asked
   * for: the core continues the path itself.
   *
   * @param calendar [training week, feature]: column 0 is the position in the series from 0 to 1,
   *     columns 1 and 2 are the sine and cosine of the angle of the year; never an exposure
   * @param parameters the declared parameters, for the channels of this component alone
   * @param channels the number of channels of this component, at least 1
   * @return [training week, channel]; the core subtracts each column's mean
   * @since API level 1
   */
  NDArray logMultiplier(NDArray calendar, Parameters parameters, int channels);
}
