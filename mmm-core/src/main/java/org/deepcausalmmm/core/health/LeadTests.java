package org.deepcausalmmm.core.health;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.demand.LeadTest;

/** The lead test on the training weeks of a fit. */
final class LeadTests {
  private LeadTests() {}

  /** Returns the finding of each channel; empty if regions are too few. */
  static List<LeadTest.LeadFinding> of(Evidence evidence) {
    int weeks = evidence.trainWeeks();
    double[][] outcome = firstWeeks(evidence.panel().outcome(), weeks);
    for (int r = 0; r < outcome.length; r++) {
      for (int t = 0; t < weeks; t++) {
        outcome[r][t] = evidence.data().observed()[r][t] ? outcome[r][t] : Double.NaN;
      }
    }
    return LeadTest.of(
        outcome,
        evidence.data().exposure(),
        evidence.panel().controls().stream()
            .map(control -> firstWeeks(control.value(), weeks))
            .toList());
  }

  private static double[][] firstWeeks(double[][] rows, int weeks) {
    return Arrays.stream(rows).map(row -> Arrays.copyOf(row, weeks)).toArray(double[][]::new);
  }
}
