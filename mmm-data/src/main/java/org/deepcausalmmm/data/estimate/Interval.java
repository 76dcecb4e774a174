package org.deepcausalmmm.data.estimate;

/**
 * A number with its uncertainty.
 *
 * @param mean the point estimate; of posterior draws their median
 * @param lower the 5% quantile of the posterior
 * @param upper the 95% quantile of the posterior
 */
public record Interval(double mean, double lower, double upper) {
  /** Returns a copy in other units. */
  public Interval times(double factor) {
    return factor >= 0
        ? new Interval(mean * factor, lower * factor, upper * factor)
        : new Interval(mean * factor, upper * factor, lower * factor);
  }
}
