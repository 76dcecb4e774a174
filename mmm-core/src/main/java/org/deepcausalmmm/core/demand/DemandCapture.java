package org.deepcausalmmm.core.demand;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.deepcausalmmm.core.baseline.BaselineDesign;

/**
 * The channels whose exposure reveals demand, and the evidence for it.
 *
 * @param columns of all channels
 * @param findings which of them the baseline has
 */
public record DemandCapture(CaptureColumns columns, CaptureEvidence.Findings findings) {
  /**
   * Twice the logarithm of a Bayes factor above which evidence is called strong (Kass and Raftery
   * 1995, Journal of the American Statistical Association 90).
   */
  public static final double STRONG = 6;

  /**
   * Returns that no channel is known to reveal demand.
   *
   * @param exposure [channel][region][week]
   */
  public static DemandCapture none(double[][][] exposure) {
    return new DemandCapture(
        new CaptureColumns(exposure), CaptureEvidence.Findings.none(exposure.length));
  }

  /** Adds the columns of the channels that reveal demand. */
  public BaselineDesign addTo(BaselineDesign design, double[] regionScale) {
    return columns.addTo(design, findings.found(), regionScale);
  }

  /**
   * Returns the channels for which there is strong evidence, those found before among them.
   *
   * @param inverse the product with the inverse covariance that has no columns of these
   * @param residual [region][week]: the outcome less media
   */
  public DemandCapture detect(UnaryOperator<double[][]> inverse, double[][] residual) {
    double[] least = new double[columns.channels()];
    Arrays.fill(least, STRONG);
    CaptureEvidence evidence = new CaptureEvidence(columns, inverse, residual);
    CaptureEvidence.Findings selected = evidence.select(findings.found(), least);
    double[] gain = selected.gain().clone();
    for (int c = 0; c < gain.length; c++) {
      gain[c] = findings.found()[c] ? findings.gain()[c] : gain[c];
    }
    return new DemandCapture(columns, new CaptureEvidence.Findings(gain, selected.found()));
  }
}
