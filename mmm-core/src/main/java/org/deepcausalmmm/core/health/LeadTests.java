package org.deepcausalmmm.core.health;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.demand.ChannelExposures;
import org.deepcausalmmm.core.demand.LeadTest;
import org.deepcausalmmm.core.fit.TrainingData;

/** The lead test on the training weeks of a fit. */
final class LeadTests {
  private LeadTests() {}

  /** Returns the finding of each channel; empty if regions are too few. */
  static List<LeadTest.LeadFinding> of(TrainingData data) {
    int weeks = data.trainWeeks();
    double[][] outcome = firstWeeks(data.panel().outcome(), weeks);
    for (int r = 0; r < outcome.length; r++) {
      for (int t = 0; t < weeks; t++) {
        outcome[r][t] = data.observed()[r][t] ? outcome[r][t] : Double.NaN;
      }
    }
    return LeadTest.of(
        outcome,
        ChannelExposures.withoutSpend(data.exposure()),
        data.panel().controls().stream()
            .map(control -> firstWeeks(control.value(), weeks))
            .toList());
  }

  private static double[][] firstWeeks(double[][] rows, int weeks) {
    return Arrays.stream(rows).map(row -> Arrays.copyOf(row, weeks)).toArray(double[][]::new);
  }
}
