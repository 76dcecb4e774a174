package org.deepcausalmmm.core.health;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.deepcausalmmm.core.analysis.Contribution;
import org.deepcausalmmm.data.estimate.Interval;
import org.hipparchus.special.Erf;

/**
 * The sensitivity of contributions to demand that the data do not show.
 *
 * <p>The robustness value is that of Cinelli and Hazlett (2020, Journal of the Royal Statistical
 * Society B 82): with f = q |t| / sqrt(df), it is (sqrt(f^4 + 4 f^2) - f^2) / 2; q = 1/2 halves the
 * estimate. The standard error is taken from the 90% interval.
 */
final class Sensitivity {
  /** Width of a 90% interval of a normal distribution, in standard deviations. */
  private static final double WIDTH_90 = 3.29;

  private static final double HALVED = 0.5;

  private Sensitivity() {}

  /** Returns the robustness value of a contribution against being halved. */
  static double robustness(Interval contribution, int observations) {
    double width = contribution.upper() - contribution.lower();
    if (!(width > 0) || observations < 1) {
      return 0;
    }
    double t = Math.abs(contribution.mean()) * WIDTH_90 / width;
    double f2 = HALVED * HALVED * t * t / observations;
    return (Math.sqrt(f2 * f2 + 4 * f2) - f2) / 2;
  }

  /**
   * Returns the share of what is left of the outcome that the strongest control explains; empty
   * without controls.
   */
  static OptionalDouble strongestControl(Evidence evidence) {
    double residual = meanSquare(evidence, evidence.residuals());
    return evidence.analysis().contributions().stream()
        .filter(c -> c.component().startsWith("control:") || c.component().startsWith("treatment:"))
        .mapToDouble(c -> variance(evidence, c))
        .map(variance -> variance / (variance + residual))
        .max();
  }

  /**
   * Returns the probability that the ROI exceeds 1.
   *
   * @param bias prior standard deviation of the bias of the logarithm of the estimate
   */
  static double probabilityAboveOne(Interval roi, double bias) {
    if (roi.mean() <= 0 || roi.lower() <= 0) {
      return roi.mean() > 1 ? 1 : 0;
    }
    double sd = Math.log(roi.upper() / roi.lower()) / WIDTH_90;
    double z = Math.log(roi.mean()) / Math.hypot(sd, bias);
    return (1 + Erf.erf(z / Math.sqrt(2))) / 2;
  }

  private static double variance(Evidence evidence, Contribution control) {
    double[][] relative = new double[evidence.data().regionCount()][];
    for (int r = 0; r < relative.length; r++) {
      relative[r] = Arrays.copyOf(control.value()[r], evidence.trainWeeks());
      double mean = Arrays.stream(relative[r]).average().orElse(0);
      for (int t = 0; t < relative[r].length; t++) {
        relative[r][t] = (relative[r][t] - mean) / evidence.data().scaling().outcome()[r];
      }
    }
    return meanSquare(evidence, relative);
  }

  private static double meanSquare(Evidence evidence, double[][] values) {
    double sum = 0;
    int count = 0;
    for (int r = 0; r < values.length; r++) {
      for (int t = 0; t < values[r].length; t++) {
        if (evidence.data().observed()[r][t]) {
          sum += values[r][t] * values[r][t];
          count++;
        }
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
