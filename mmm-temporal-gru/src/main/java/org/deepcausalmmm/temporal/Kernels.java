package org.deepcausalmmm.temporal;

import ai.djl.ndarray.NDArray;
import org.deepcausalmmm.api.Parameters;

/** Computes what the kernels share. */
final class Kernels {
  private Kernels() {}

  /** Gives the lags 0, 1, ... as a row, in the precision of the parameters. */
  static NDArray lags(Parameters parameters, NDArray like, int maxLag) {
    float[] lags = new float[maxLag + 1];
    for (int lag = 0; lag <= maxLag; lag++) {
      lags[lag] = lag;
    }
    return parameters.manager().create(lags).toType(like.getDataType(), false).reshape(1, -1);
  }

  /** Gives lag x log decay: [channel, lag]; its softmax is the geometric kernel. */
  static NDArray geometricLogits(Parameters parameters, int maxLag) {
    NDArray logDecay = parameters.get("decay").log();
    return logDecay.reshape(-1, 1).mul(lags(parameters, logDecay, maxLag));
  }
}
