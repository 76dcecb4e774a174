package org.deepcausalmmm.core.prior;

import ai.djl.ndarray.NDArray;

/**
 * Is a density that is normal on a scale.
 *
 * @param location the mean on that scale
 * @param spread the standard deviation on that scale
 * @param unit the believed mean of the value itself
 */
record Density(Scale scale, double location, double spread, double unit) {
  /** Believes the value itself to be normal. */
  static Density normal(double mean, double sd) {
    return new Density(Scale.VALUE, mean, sd, 1);
  }

  /** Believes a positive value to be log-normal with this mean and standard deviation. */
  static Density logNormal(double mean, double sd) {
    double variance = Math.log1p((sd / mean) * (sd / mean));
    return new Density(Scale.LOG, Math.log(mean) - variance / 2, Math.sqrt(variance), mean);
  }

  /**
   * Believes a share to be logit-normal with this mean and standard deviation, which have to be
   * possible: see {@link LogitMoments#widest}.
   */
  static Density logitNormal(double mean, double sd) {
    LogitMoments moments = LogitMoments.matching(mean, sd);
    return new Density(Scale.LOGIT, moments.location(), moments.spread(), mean);
  }

  /** Gives by how many standard deviations a scalar differs from the mean, on the scale. */
  NDArray standardized(NDArray value) {
    return scale.map(value, unit).sub(location).div(spread);
  }

  /** Gives the logarithm of the density of a scalar, on the scale. */
  NDArray logDensity(NDArray value) {
    return standardized(value)
        .square()
        .mul(-0.5)
        .sub(Math.log(spread) + 0.5 * Math.log(2 * Math.PI));
  }
}
