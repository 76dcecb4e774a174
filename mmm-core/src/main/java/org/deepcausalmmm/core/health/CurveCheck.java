package org.deepcausalmmm.core.health;

import java.util.Arrays;
import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;

/** The check of how far response curves are supported by observed spend. */
final class CurveCheck {
  private static final Limits REACH = new Limits(1.5, 1.1);

  private CurveCheck() {}

  static Optional<HealthCheck> extrapolation(Evidence evidence) {
    double least = Double.POSITIVE_INFINITY;
    int channel = 0;
    for (int c = 0; c < evidence.data().channelCount(); c++) {
      double reach = reach(evidence.data().exposure()[c]);
      if (reach < least) {
        least = reach;
        channel = c;
      }
    }
    return Optional.of(
        REACH.check(
            "curve_extrapolation",
            least,
            ("Multiple of the present spend up to which data support the response curve of '%s', the"
                    + " least of all channels. Below 1.5, change its spend in steps rather than rely on"
                    + " the curve.")
                .formatted(evidence.panel().channelNames().get(channel))));
  }

  /**
   * Returns the factor by which the typical exposure could rise before it left the observed range.
   */
  private static double reach(double[][] exposure) {
    double[] sorted =
        Arrays.stream(exposure)
            .flatMapToDouble(Arrays::stream)
            .filter(x -> x > 0)
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      return 0;
    }
    double half = Arrays.stream(sorted).sum() / 2;
    double sum = 0;
    int middle = 0;
    while (middle < sorted.length - 1 && sum + sorted[middle] < half) {
      sum += sorted[middle];
      middle++;
    }
    // The maximum may be a booking error, so the 99% quantile stands for it.
    return sorted[(int) (0.99 * (sorted.length - 1))] / sorted[middle];
  }
}
