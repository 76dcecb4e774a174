package org.deepcausalmmm.core.baseline;

/**
 * The standard deviations of the baseline's parts, in units of a region's mean outcome.
 *
 * @param walk innovation of the random walk that all regions share, per week
 * @param state stationary standard deviation of each region's own AR(1) state; 0 switches it off
 * @param correlation of that state from one week to the next
 * @param noise of an observation in a typical region
 */
public record Variances(double walk, double state, double correlation, double noise) {
  /** Returns the variances at which the estimation starts. */
  public static Variances start(int regions) {
    return new Variances(0.02, regions == 1 ? 0 : 0.05, 0.8, 0.08);
  }
}
