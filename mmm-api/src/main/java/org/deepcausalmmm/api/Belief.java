package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * States what is believed of a parameter beforehand: a normal density on the scale on which the
 * core estimates it (the logarithm of a positive parameter, the logit of one in an interval).
 *
 * <p>A pooled belief is hierarchical over channels: they scatter with {@code sd} around a common
 * mean that is itself uncertain with {@code commonSd}.
 *
 * @param center the value believed most, in the parameter's own units
 * @param sd standard deviation on the estimation scale
 * @param commonSd standard deviation of the channels' common mean; 0 if the channels are
 *     independent
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Belief(double center, double sd, double commonSd) {
  public Belief {
    if (!(sd > 0) || !(commonSd >= 0) || !Double.isFinite(center)) {
      throw new IllegalArgumentException(
          "A belief needs a finite center, sd above 0 and commonSd of 0 or more, not "
              + center
              + ", "
              + sd
              + ", "
              + commonSd
              + ".");
    }
  }

  /** Believes each channel by itself to lie around a value. */
  public static Belief around(double center, double sd) {
    return new Belief(center, sd, 0);
  }

  /** Makes the channels scatter around a common mean that is uncertain too. */
  public Belief pooled(double commonSd) {
    return new Belief(center, sd, commonSd);
  }
}
