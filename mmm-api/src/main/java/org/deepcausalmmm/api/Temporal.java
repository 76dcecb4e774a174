package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Answers when a week's exposure acts, and how the effectiveness of a channel moves over time.
 *
 * <p>Carry-over is given as a kernel over lags, so that it is causal and linear by construction.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Temporal extends Component {
  /** Gives the greatest number of weeks by which exposure may act later. */
  int maxLag();

  /**
   * Gives the share of a week's exposure that acts after each number of weeks.
   *
   * @param parameters the declared parameters
   * @param channels how many channels
   * @return [channel, maxLag + 1]: 0 or more, each row sums to 1
   */
  NDArray kernel(Parameters parameters, int channels);

  /** Gives how effectiveness moves over time; absent if it is constant. */
  default Optional<Effectiveness> effectiveness() {
    return Optional.empty();
  }
}
