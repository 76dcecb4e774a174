package org.deepcausalmmm.cli.command;

import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.validation.Metric;
import org.deepcausalmmm.validation.TrialResult;
import org.deepcausalmmm.validation.TrialResult.Failed;
import org.deepcausalmmm.validation.TrialResult.Recovered;

/** The one-line result of a simulated world. */
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
