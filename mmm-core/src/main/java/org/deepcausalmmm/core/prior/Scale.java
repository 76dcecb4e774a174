package org.deepcausalmmm.core.prior;

import ai.djl.ndarray.NDArray;

/** A scale on which a prior is normal. */
enum Scale {
  VALUE,
  LOG,
  LOGIT;

  private static final double LEAST = 1e-6;
  private static final double MOST = 0.98;

  /**
   * Returns a value on the scale, differentiably.
   *
   * <p>Beyond 1e-6 of the unit, or beyond a share of 0.98, the map continues as its tangent: the
   * total of media may leave (0, 1) during a fit, and the gradient must lead back rather than
   * become NaN.
   *
   * @param value a scalar
   * @param unit the size of usual values, for the logarithm
   */
  NDArray map(NDArray value, double unit) {
    return switch (this) {
      case VALUE -> value;
      case LOG -> {
        NDArray inside = value.maximum(LEAST * unit);
        NDArray slope = inside.stopGradient();
        yield inside.log().add(value.sub(inside).div(slope));
      }
      case LOGIT -> {
        NDArray inside = value.clip(LEAST, MOST);
        NDArray logit = inside.log().sub(inside.neg().add(1).log());
        NDArray fixed = inside.stopGradient();
        yield logit.add(value.sub(inside).div(fixed.mul(fixed.neg().add(1))));
      }
    };
  }
}
