package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;

/**
 * Answers how the effectiveness of each channel moves over time.
 *
 * <p>The core fits it in a second stage with everything else frozen, and pins the total of each
 * channel, so that it only moves effect between weeks.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Effectiveness extends Component {
  /**
   * Gives the logarithm of the multiplier of each channel in each week.
   *
   * @param calendar [week, feature]: column 0 is the position in the series from 0 to 1, columns 1
   *     and 2 the sine and cosine of the year; never a channel's own exposure
   * @param parameters the declared parameters
   * @param channels how many channels
   * @return [week, channel]; the core subtracts each column's mean
   */
  NDArray logMultiplier(NDArray calendar, Parameters parameters, int channels);
}
