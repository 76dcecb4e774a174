package org.deepcausalmmm.server.cli;

import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.core.recovery.Metric;
import org.deepcausalmmm.core.recovery.TrialResult;
import org.deepcausalmmm.core.recovery.TrialResult.Failed;
import org.deepcausalmmm.core.recovery.TrialResult.Recovered;

/** Says in a line what came of a world. */
final class TrialLine {
  private static final List<Metric> SHOWN =
      List.of(
          Metric.CONTRIBUTION_ERROR,
          Metric.DIRECT_ERROR,
          Metric.CURVE_ERROR,
          Metric.COVERAGE_90,
          Metric.FALSE_EDGES,
          Metric.SECONDS);

  private TrialLine() {}

  static String of(TrialResult result) {
    if (result instanceof Failed failed) {
      return failed.name() + " failed, " + failed.reason();
    }
    StringBuilder line = new StringBuilder(result.name());
    if (result instanceof Recovered recovered) {
      for (Metric metric : SHOWN) {
        Double value = recovered.scores().get(metric);
        if (value != null) {
          line.append(String.format(Locale.ROOT, ", %s %.3f", metric.id(), value));
        }
      }
    }
    return line.toString();
  }
}
