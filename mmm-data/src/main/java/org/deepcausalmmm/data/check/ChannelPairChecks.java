package org.deepcausalmmm.data.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.Panel;

/**
 * The check for collinear channels, whose effects cannot be told apart.
 *
 * <p>Each exposure is taken relative to its region's mean, so that large regions do not make
 * everything look alike.
 */
final class ChannelPairChecks {
  private static final double COLLINEAR = 0.95;

  private ChannelPairChecks() {}

  static List<Finding> check(Panel panel, int trainWeeks) {
    List<double[]> deviations =
        panel.channels().stream().map(c -> deviation(c.exposure(), trainWeeks)).toList();
    List<Finding> findings = new ArrayList<>();
    for (int a = 0; a < deviations.size(); a++) {
      for (int b = a + 1; b < deviations.size(); b++) {
        double r = UnitDeviation.dot(deviations.get(a), deviations.get(b));
        if (Math.abs(r) > COLLINEAR) {
          findings.add(
              DataCode.CHANNELS_COLLINEAR.warning(
                  "Channels '%s' and '%s' correlate by %s within the regions."
                      .formatted(
                          panel.channels().get(a).name(),
                          panel.channels().get(b).name(),
                          String.format(Locale.ROOT, "%.3f", r)),
                  "Their effects can hardly be told apart: join them, or give priors on their"
                      + " returns."));
        }
      }
    }
    return findings;
  }

  private static double[] deviation(double[][] exposure, int weeks) {
    return UnitDeviation.of(exposure, weeks, (value, mean) -> mean > 0 ? value / mean - 1 : 0);
  }
}
