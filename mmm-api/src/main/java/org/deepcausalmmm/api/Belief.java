package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * The prior of a parameter: a normal density on the scale on which the core estimates it (the
 * logarithm of a positive parameter, the logit of one in an interval, see {@link Constraint}).
 *
 * <p>A pooled prior is hierarchical over channels: they scatter with {@code sd} around a common
 * mean that is itself uncertain with {@code commonSd}.
 *
 * @param center the median, in the parameter's own units
 * @param sd standard deviation on the estimation scale, above 0
 * @param commonSd standard deviation of the channels' common mean on the estimation scale; 0 if the
 *     channels are independent
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Belief(double center, double sd, double commonSd) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the center is not finite, sd is not above 0, or commonSd is
   *     below 0 or NaN
   * @since API level 1
   */
  public Belief {
    if (!(sd > 0) || !(commonSd >= 0) || !Double.isFinite(center)) {
      throw new IllegalArgumentException(
          "A prior needs a finite center, an sd above 0 and a commonSd of at least 0, not "
              + center
              + ", "
              + sd
              + " and "
              + commonSd
              + ".");
    }
  }

  /**
   * Returns a prior under which channels are independent of each other.
   *
   * @param center the median, in the parameter's own units
   * @param sd standard deviation on the estimation scale
   * @throws IllegalArgumentException as the constructor
   * @since API level 1
   */
  public static Belief around(double center, double sd) {
    return new Belief(center, sd, 0);
  }

  /**
   * Returns this prior with an uncertain mean that all channels have in common.
   *
   * @param commonSd standard deviation of that mean on the estimation scale
   * @throws IllegalArgumentException as the constructor
   * @since API level 1
   */
  public Belief pooled(double commonSd) {
    return new Belief(center, sd, commonSd);
  }
}
