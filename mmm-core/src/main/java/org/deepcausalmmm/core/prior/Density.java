package org.deepcausalmmm.core.prior;

import ai.djl.ndarray.NDArray;

/**
 * A density that is normal on a scale.
 *
 * @param location the mean on that scale
 * @param spread the standard deviation on that scale
 * @param unit the prior mean of the value itself
 */
record Density(Scale scale, double location, double spread, double unit) {
  /** Returns a normal density of the value itself. */
  static Density normal(double mean, double sd) {
    return new Density(Scale.VALUE, mean, sd, 1);
  }

  /** Returns the log-normal density with this mean and standard deviation. */
  static Density logNormal(double mean, double sd) {
    double variance = Math.log1p((sd / mean) * (sd / mean));
    return new Density(Scale.LOG, Math.log(mean) - variance / 2, Math.sqrt(variance), mean);
  }

  /**
   * Returns the logit-normal density with this mean and standard deviation, which have to be
   * possible: see {@link LogitMoments#widest}.
   */
  static Density logitNormal(double mean, double sd) {
    LogitMoments moments = LogitMoments.matching(mean, sd);
    return new Density(Scale.LOGIT, moments.location(), moments.spread(), mean);
  }

  /** Returns the standardised difference of a scalar from the mean, on the scale. */
  NDArray standardized(NDArray value) {
    return scale.map(value, unit).sub(location).div(spread);
  }

  /** Returns the logarithm of the density of a scalar, on the scale. */
  NDArray logDensity(NDArray value) {
    return standardized(value)
        .square()
        .mul(-0.5)
        .sub(Math.log(spread) + 0.5 * Math.log(2 * Math.PI));
  }
}
