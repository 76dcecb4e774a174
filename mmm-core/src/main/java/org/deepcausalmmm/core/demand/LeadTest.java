package org.deepcausalmmm.core.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * A test of demand capture: media cannot act before they are shown, so that later exposure predicts
 * an outcome only if it follows what the outcome follows.
 *
 * <p>The logarithm of the outcome and that of exposure, both less their region and week means, are
 * regressed on each other with lags and leads of all channels at once. What all regions share is
 * left out; {@link NationalLeadTest} serves where regions are too few.
 */
public final class LeadTest {
  /** The t above which exposure is taken to follow what the outcome follows. */
  public static final double LIMIT = 4;

  /** The 80% quantile of the standard normal distribution. */
  private static final double NORMAL_80 = 0.8416;

  private static final int LEAST_REGIONS = 4;
  private static final int LEAST_WEEKS = 40;

  private LeadTest() {}

  /**
   * The result for one channel.
   *
   * @param leads the sum of the coefficients of exposure one to three weeks later
   * @param t that sum over its standard error, clustered by region
   * @param sameWeek the coefficient of the same week's exposure, an elasticity
   * @param nextWeek the coefficient of the next week's exposure
   * @param limit the t above which exposure is taken to follow what the outcome follows
   */
  public record LeadFinding(
      double leads, double t, double sameWeek, double nextWeek, double limit) {
    /** Returns whether exposure is taken to follow what the outcome follows. */
    public boolean follows() {
      return t > limit;
    }

    /**
     * Returns the sum of coefficients that the test would find with a probability of 80%; NaN if
     * exposure never changes.
     */
    public double detectable() {
      return t == 0 ? Double.NaN : (limit + NORMAL_80) * leads / t;
    }
  }

  /**
   * Tests all channels at once.
   *
   * @param outcome [region][week]; NaN where unknown
   * @param controls each [region][week]
   * @return by channel; of the sums over regions if fewer than four of them sell in every week;
   *     empty if weeks are too few
   */
  public static List<LeadFinding> of(
      double[][] outcome, ChannelExposures exposures, List<double[][]> controls) {
    List<Integer> kept = new ArrayList<>();
    List<double[]> logs = new ArrayList<>();
    for (int r = 0; r < outcome.length; r++) {
      double[] known = interpolated(outcome[r]);
      if (known.length > 0 && Arrays.stream(known).allMatch(y -> y > 0)) {
        kept.add(r);
        logs.add(centred(Arrays.stream(known).map(Math::log).toArray()));
      }
    }
    int weeks = outcome[0].length;
    if (kept.size() < LEAST_REGIONS) {
      return NationalLeadTest.of(outcome, exposures.exposure(), controls);
    }
    if (weeks < LEAST_WEEKS || !LeadRegression.possible(kept.size(), weeks, exposures.channels())) {
      return List.of();
    }
    List<double[][]> series = new ArrayList<>();
    for (double[][] deviation : exposures.deviation()) {
      series.add(ExposureDeviation.lessWeeks(rows(deviation, kept)));
    }
    List<double[][]> plain = new ArrayList<>();
    for (double[][] control : controls) {
      plain.add(localControl(rows(control, kept)));
    }
    LeadRegression regression =
        new LeadRegression(
            ExposureDeviation.lessWeeks(logs.toArray(double[][]::new)), series, plain);
    List<LeadFinding> findings = new ArrayList<>();
    for (int c = 0; c < exposures.channels(); c++) {
      LeadRegression.Sum leads = regression.sum(c, -LeadRegression.LEADS, -1);
      findings.add(
          new LeadFinding(
              leads.value(), leads.t(), regression.at(c, 0), regression.at(c, -1), LIMIT));
    }
    return findings;
  }

  private static double[][] rows(double[][] values, List<Integer> kept) {
    return kept.stream().map(r -> values[r]).toArray(double[][]::new);
  }

  private static double[][] localControl(double[][] values) {
    double[] all = Vectors.flatten(values);
    double mean = Arrays.stream(all).average().orElse(0);
    double square = Arrays.stream(all).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    double sd = square > 0 ? Math.sqrt(square) : 1;
    double[][] standard = new double[values.length][];
    for (int r = 0; r < values.length; r++) {
      standard[r] = centred(Arrays.stream(values[r]).map(x -> (x - mean) / sd).toArray());
    }
    return ExposureDeviation.lessWeeks(standard);
  }

  static double[] centred(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(x -> x - mean).toArray();
  }

  /** Fills unknown values in straight lines, and at the ends with the nearest; none if all are. */
  static double[] interpolated(double[] values) {
    double[] filled = values.clone();
    int before = -1;
    for (int t = 0; t < filled.length; t++) {
      if (!Double.isNaN(values[t])) {
        for (int s = before + 1; s < t; s++) {
          double part = before < 0 ? 1 : (double) (s - before) / (t - before);
          filled[s] = before < 0 ? values[t] : values[before] + part * (values[t] - values[before]);
        }
        before = t;
      }
    }
    for (int s = before + 1; s < filled.length && before >= 0; s++) {
      filled[s] = values[before];
    }
    return before < 0 ? new double[0] : filled;
  }
}
