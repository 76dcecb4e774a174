package org.deepcausalmmm.core.pooling;

import java.util.stream.DoubleStream;

/**
 * What is known of the effect of one unit by itself.
 *
 * @param estimate of the effect, from the unit's likelihood alone
 * @param error its standard error; infinite if the data say nothing
 * @param expected mean of the unit's own prior
 * @param expectedSd standard deviation of that prior
 * @param mean of the unit's own posterior
 * @param sd standard deviation of that posterior
 */
public record UnitEstimate(
    double estimate, double error, double expected, double expectedSd, double mean, double sd) {
  public UnitEstimate {
    if (!(error > 0 && expectedSd > 0 && sd > 0)
        || !DoubleStream.of(estimate, expected, expectedSd, mean, sd).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "An estimate of %s with error %s around %s cannot be pooled."
              .formatted(estimate, error, expected));
    }
  }

  /** Returns whether the data say anything. */
  public boolean informed() {
    return Double.isFinite(error);
  }

  /**
   * Returns the logarithm of the density of the estimate under the unit's own prior, times 2 pi.
   */
  double logLikelihood() {
    double variance = error * error + expectedSd * expectedSd;
    double rest = estimate - expected;
    return -(Math.log(variance) + rest * rest / variance) / 2;
  }
}
