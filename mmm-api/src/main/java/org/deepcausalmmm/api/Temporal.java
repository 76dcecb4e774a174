package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Adstock (carry-over), and time-varying effectiveness.
 *
 * <p>Adstock is a kernel over lags, which makes it causal, linear and 0 at exposure 0 by
 * construction.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Temporal extends Component {
  /**
   * Returns the greatest lag of the kernel, in periods of the data (weeks; months of monthly data),
   * 0 or more; constant for a component.
   *
   * <p>A factory whose option is named {@code max_lag} lets the core shorten it: unless the
   * configuration sets it, the core lowers a default to a sixth of the training weeks, at least 8;
   * of monthly data to a sixth of the months, 3 to 6.
   *
   * @since API level 1
   */
  int maxLag();

  /**
   * Returns the share of a week's exposure that acts at each lag.
   *
   * <p>Called in every gradient step of training and sampling (single precision) and once per
   * posterior draw and use of a fitted model (single or double precision), so it should be cheap:
   * its cost does not depend on regions or weeks of the data. Columns are lags of whole weeks;
   * where channels have components of different reach, the core appends zeros.
   *
   * @param parameters the declared parameters, for the channels of this component alone
   * @param channels the number of channels of this component, at least 1
   * @return [channel, maxLag + 1] in the type of the parameters: 0 or more, each row sums to 1,
   *     finite with finite slopes
   * @since API level 1
   */
  NDArray kernel(Parameters parameters, int channels);

  /**
   * Returns how effectiveness varies over time; empty, the default, if it is constant.
   *
   * <p>Called once when a fit begins. Its parameters are separate from those of the kernel.
   *
   * @since API level 1
   */
  default Optional<Effectiveness> effectiveness() {
    return Optional.empty();
  }

  /**
   * Returns the kernels in plain Java; absent if only the tensor engine computes them.
   *
   * @since API level 3
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  default Optional<KernelFunction> kernelFunction() {
    return Optional.empty();
  }
}
