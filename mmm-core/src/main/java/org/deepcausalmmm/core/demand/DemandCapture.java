package org.deepcausalmmm.core.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.deepcausalmmm.core.baseline.BaselineDesign;
import org.deepcausalmmm.data.config.ChannelRole;

/**
 * The channels whose exposure reveals demand, and the evidence for it.
 *
 * @param columns of all channels
 * @param findings which of them the baseline has
 * @param least [block]: the evidence that each block needs
 * @param curve the square of the demand that the columns tell of, see {@link #withCurve}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content nowhere
public record DemandCapture(
    CaptureColumns columns,
    CaptureEvidence.CaptureFindings findings,
    double[] least,
    List<double[][]> curve,
    CommonDemand common) {
  /**
   * Twice the logarithm of a Bayes factor above which evidence is called strong (Kass and Raftery
   * 1995, Journal of the American Statistical Association 90). The greatest of 84 channels that
   * follow nothing, on 14 worlds of development, was -16.
   */
  public static final double STRONG = 6;

  /** Evidence of exposure that is needed beside what the delivery of the same channel reveals. */
  private static final double BESIDE_DELIVERY = 25;

  /**
   * Evidence of exposure where delivery could tell of demand and does not: none is enough. Media
   * that are planned into promotions, and act better there, have up to 136.
   */
  private static final double WITHOUT_DELIVERY = Double.POSITIVE_INFINITY;

  /** Evidence needed where later exposure predicts the outcome. */
  private static final double LEADING = 0;

  private static final double LEAD_T = 2;

  /** Spend that is known leaves less to later exposure: more of it may be chance. */
  private static final double LEAD_T_BESIDE_SPEND = 3;

  /** Evidence needed of a channel that the user says is planned: overwhelming. */
  private static final double PLANNED = 25;

  /** Evidence needed of a channel that the user says captures demand: more for than against. */
  private static final double CAPTURE = 0;

  /**
   * Returns that no channel is known to reveal demand.
   *
   * @param outcome [region][week]; NaN where unknown
   * @param controls each [region][week]
   */
  public static DemandCapture none(
      double[][] outcome, ChannelExposures exposures, List<double[][]> controls) {
    int channels = exposures.channels();
    List<LeadTest.LeadFinding> leads = LeadTest.of(outcome, exposures, controls);
    double[] least = new double[2 * channels];
    for (int c = 0; c < channels; c++) {
      least[c] = STRONG;
      double t = leads.isEmpty() ? 0 : leads.get(c).t();
      least[channels + c] = needed(t, exposures.spendKnown(c));
    }
    return new DemandCapture(
        new CaptureColumns(exposures),
        CaptureEvidence.CaptureFindings.none(2 * channels),
        least,
        List.of(),
        CommonDemand.none(channels));
  }

  /** Returns the same with demand that several channels follow. */
  public DemandCapture with(CommonDemand demand) {
    return new DemandCapture(columns, findings, least, curve, demand);
  }

  /** Returns the evidence of exposure that is needed beside the t of later exposure. */
  private static double needed(double t, boolean spendKnown) {
    if (spendKnown) {
      return t > LEAD_T_BESIDE_SPEND ? STRONG : WITHOUT_DELIVERY;
    }
    return t > LEAD_T ? LEADING : STRONG;
  }

  /**
   * Returns the same under what the user says of the channels. A role is a prior: it moves the
   * evidence that is needed, and decides nothing by itself.
   *
   * @param roles by channel
   */
  public DemandCapture under(List<Optional<ChannelRole>> roles) {
    double[] needed = least.clone();
    for (int block = 0; block < needed.length; block++) {
      ChannelRole role = roles.get(block % roles.size()).orElse(null);
      if (role == ChannelRole.CAPTURE) {
        needed[block] = Math.min(needed[block], CAPTURE);
      } else if (role == ChannelRole.PLANNED) {
        needed[block] = Math.max(needed[block], PLANNED);
      }
    }
    return new DemandCapture(columns, findings, needed, curve, common);
  }

  /** Adds the columns of the channels that reveal demand. */
  public BaselineDesign addTo(BaselineDesign design) {
    List<double[][]> used = straightColumns();
    used.addAll(curve);
    return CaptureColumns.add(design, used);
  }

  /** Adds the columns of common demand and of the square of demand, without those of channels. */
  public BaselineDesign curveTo(BaselineDesign design) {
    List<double[][]> used = new ArrayList<>(common.columns());
    used.addAll(curve);
    return CaptureColumns.add(design, used);
  }

  private List<double[][]> straightColumns() {
    List<double[][]> used = new ArrayList<>(common.columns());
    used.addAll(columns.of(findings.found()));
    return used;
  }

  /** Returns whether any channel was found. */
  public boolean any() {
    for (boolean found : findings.found()) {
      if (found) {
        return true;
      }
    }
    return common.any();
  }

  /** Returns whether a channel was found, by its delivery, its exposure or common demand. */
  public boolean found(int channel) {
    return revealed(channel) || common.moves(channel);
  }

  /** Returns whether a channel's own delivery or exposure was found to reveal demand. */
  public boolean revealed(int channel) {
    return findings.found()[channel] || findings.found()[channel + columns.channels()];
  }

  /** Returns whether a channel was found by its delivery, and moves by itself. */
  public boolean byDeliveryAlone(int channel) {
    return findings.found()[channel] && !common.moves(channel);
  }

  /** Returns the same with the columns of what was found alone, without their square. */
  public DemandCapture straight() {
    return new DemandCapture(columns, findings, least, List.of(), common);
  }

  /**
   * Returns the same with a column of the square of demand: demand is a product of factors, the
   * columns are of logarithms. Without it a response curve stands in for what is not linear.
   *
   * @param coefficients of the columns of what was found
   */
  public DemandCapture withCurve(double[] coefficients) {
    List<double[][]> used = straightColumns();
    double[][] square = new double[used.get(0).length][];
    for (int r = 0; r < square.length; r++) {
      square[r] = new double[used.get(0)[r].length];
      double mean = 0;
      for (int t = 0; t < square[r].length; t++) {
        double demand = 0;
        for (int k = 0; k < coefficients.length; k++) {
          demand += coefficients[k] * used.get(k)[r][t];
        }
        square[r][t] = demand * demand;
        mean += square[r][t] / square[r].length;
      }
      for (int t = 0; t < square[r].length; t++) {
        square[r][t] -= mean;
      }
    }
    return new DemandCapture(columns, findings, least, List.<double[][]>of(square), common);
  }

  /**
   * Returns the evidence that a block needs. Beside the delivery of the same channel its exposure
   * needs the most: delivery explains the leads, and its columns take away what tells of the
   * effect.
   */
  private double needed(int block, boolean[] found) {
    if (common.any() && !common.moves(block % columns.channels())) {
      return Double.POSITIVE_INFINITY;
    }
    int delivery = block - columns.channels();
    return delivery >= 0 && found[delivery] ? BESIDE_DELIVERY : least[block];
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
    CaptureEvidence.CaptureFindings selected = evidence.select(findings.found(), this::needed);
    double[] gain = selected.gain().clone();
    for (int c = 0; c < gain.length; c++) {
      gain[c] = findings.found()[c] ? findings.gain()[c] : gain[c];
    }
    return new DemandCapture(
        columns, new CaptureEvidence.CaptureFindings(gain, selected.found()), least, curve, common);
  }
}
