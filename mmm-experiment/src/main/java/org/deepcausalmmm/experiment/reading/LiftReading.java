package org.deepcausalmmm.experiment.reading;

import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.experiment.series.TestWindow;

/**
 * The reading of an experiment.
 *
 * @param window over which it was read
 * @param actual [period]: outcome of the treated regions
 * @param synthetic by augmented synthetic control
 * @param regression by time-based regression
 * @param weights of the controls in the synthetic treated group, by region, the largest first
 * @param spend of the tested channel; unknown where the data do not have it
 * @param findings warnings of the data and of the checks
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LiftReading(
    TestWindow window,
    double[] actual,
    MethodReading synthetic,
    MethodReading regression,
    Map<String, Double> weights,
    SpendChange spend,
    List<Finding> findings) {
  public LiftReading {
    findings = List.copyOf(findings);
  }

  /** Returns what the treated regions would have had without the treatment, over the read-out. */
  public double withoutTreatment() {
    double sum = 0;
    for (int t = window.from(); t < window.end(); t++) {
      sum += synthetic.predicted()[t];
    }
    return sum;
  }
}
