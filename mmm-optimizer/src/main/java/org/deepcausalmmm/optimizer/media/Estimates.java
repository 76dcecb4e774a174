package org.deepcausalmmm.optimizer.media;

import java.util.Arrays;
import org.deepcausalmmm.optimizer.media.MediaPlan.OutcomeEstimate;
import org.deepcausalmmm.optimizer.risk.Risk;

/** Summaries of draws. */
final class Estimates {
  private static final Risk LOWER = new Risk(Risk.Measure.QUANTILE, 0.05);
  private static final Risk UPPER = new Risk(Risk.Measure.QUANTILE, 0.95);

  private Estimates() {}

  static OutcomeEstimate of(double[] draws) {
    return new OutcomeEstimate(
        Arrays.stream(draws).average().orElse(0), LOWER.of(draws), UPPER.of(draws));
  }

  static OutcomeEstimate ofDifference(double[] with, double[] without) {
    double[] difference = new double[with.length];
    for (int d = 0; d < with.length; d++) {
      difference[d] = with[d] - without[d];
    }
    return of(difference);
  }
}
