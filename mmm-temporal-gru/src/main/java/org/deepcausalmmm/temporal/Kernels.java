package org.deepcausalmmm.temporal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import org.deepcausalmmm.api.OptionSpec;

/** What the kernels of this module share. */
final class Kernels {
  /** Keeps the logarithm finite where a decay has run out of the range of its data type. */
  static final double LEAST_DECAY = 1e-7;

  private Kernels() {}

  static OptionSpec maxLagOption(int least) {
    return OptionSpec.integer(
        "max_lag",
        26,
        least,
        52,
        "Greatest number of weeks by which exposure may act later; by default no more than a sixth"
            + " of the weeks used for fitting, and never less than 8 of them.");
  }

  /** Returns 0, 1, ... as [1, count]. */
  static NDArray lags(NDManager manager, int count, DataType type) {
    return manager.arange(0, count, 1, type).reshape(1, count);
  }

  /** Returns the logarithm of decays [channel], finite, as [channel, 1]. */
  static NDArray logDecay(NDArray decay) {
    return decay.maximum(LEAST_DECAY).log().expandDims(-1);
  }
}
