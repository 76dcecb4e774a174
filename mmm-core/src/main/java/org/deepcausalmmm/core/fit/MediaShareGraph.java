package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDArray;
import org.deepcausalmmm.core.density.MediaSharePrior;

/** The prior of the share of all media in the outcome, see {@link MediaSharePrior}, on tensors. */
final class MediaShareGraph {
  private MediaShareGraph() {}

  /** Returns minus the log density of a share, a scalar, without its constant. */
  static NDArray energy(NDArray share) {
    NDArray inside = share.clip(MediaSharePrior.LEAST, 1 - MediaSharePrior.LEAST);
    NDArray logit = inside.log().sub(inside.neg().add(1).log());
    NDArray above = share.sub(MediaSharePrior.LIKELY_SHARE).maximum(0);
    NDArray beyond = share.sub(MediaSharePrior.GREATEST_SHARE).maximum(0);
    return logit
        .sub(MediaSharePrior.EXPECTED_LOGIT)
        .square()
        .mul(0.5)
        .add(above.square().mul(MediaSharePrior.SLOPE_TO_WALL))
        .add(beyond.square().mul(MediaSharePrior.WALL));
  }
}
