package org.deepcausalmmm.core.demand;

import java.util.List;
import java.util.function.UnaryOperator;
import org.deepcausalmmm.core.baseline.BaselineDesign;

/**
 * The channels whose exposure reveals demand, and the evidence for it.
 *
 * @param columns of all channels
 * @param findings which of them the baseline has
 * @param least [channel]: the evidence that each channel needs
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content nowhere
public record DemandCapture(
    CaptureColumns columns, CaptureEvidence.CaptureFindings findings, double[] least) {
  /**
   * Twice the logarithm of a Bayes factor above which evidence is called strong (Kass and Raftery
   * 1995, Journal of the American Statistical Association 90).
   */
  public static final double STRONG = 6;

  /**
   * Evidence needed where later exposure does not predict the outcome. A response or a kernel that
   * is not found yet gives evidence of up to 19 on worlds without demand capture.
   */
  private static final double WITHOUT_LEADS = 25;

  /** Evidence needed where leads cannot be tested. */
  private static final double UNTESTED = 10;

  private static final double LEAD_T = 2;

  /**
   * Returns that no channel is known to reveal demand.
   *
   * @param outcome [region][week]; NaN where unknown
   * @param exposure [channel][region][week]
   * @param controls each [region][week]
   */
  public static DemandCapture none(
      double[][] outcome, double[][][] exposure, List<double[][]> controls) {
    List<LeadTest.LeadFinding> leads = LeadTest.of(outcome, exposure, controls);
    double[] least = new double[exposure.length];
    for (int c = 0; c < least.length; c++) {
      least[c] = leads.isEmpty() ? UNTESTED : leads.get(c).t() > LEAD_T ? STRONG : WITHOUT_LEADS;
    }
    return new DemandCapture(
        new CaptureColumns(exposure), CaptureEvidence.CaptureFindings.none(exposure.length), least);
  }

  /** Adds the columns of the channels that reveal demand. */
  public BaselineDesign addTo(BaselineDesign design) {
    return columns.addTo(design, findings.found());
  }

  /**
   * Returns the channels for which there is strong evidence, those found before among them.
   *
   * @param inverse the product with the inverse covariance that has no columns of these
   * @param residual [region][week]: the outcome less media
   * @param regionScale [region]: loading on the shared baseline
   */
  public DemandCapture detect(
      UnaryOperator<double[][]> inverse, double[][] residual, double[] regionScale) {
    CaptureEvidence evidence = new CaptureEvidence(columns, inverse, residual, regionScale);
    CaptureEvidence.CaptureFindings selected = evidence.select(findings.found(), least);
    double[] gain = selected.gain().clone();
    for (int c = 0; c < gain.length; c++) {
      gain[c] = findings.found()[c] ? findings.gain()[c] : gain[c];
    }
    return new DemandCapture(
        columns, new CaptureEvidence.CaptureFindings(gain, selected.found()), least);
  }
}
