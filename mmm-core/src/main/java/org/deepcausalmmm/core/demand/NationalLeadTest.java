package org.deepcausalmmm.core.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.demand.LeadTest.LeadFinding;

/**
 * The test of later exposure for the nation as a whole, one channel at a time.
 *
 * <p>There are too few weeks for the lags of all channels: the others count in the same week and
 * the next. Seasonality (two harmonics of the year), a trend, controls and the residual's
 * first-order autocorrelation are taken out of both sides. Its power is much less than that of
 * regions; {@link LeadFinding#detectable} says what it would find.
 */
final class NationalLeadTest {
  /** The greatest of 22 channels that follow nothing, in six worlds, was 1.5. */
  static final double LIMIT = 3;

  private static final int LEAST_WEEKS = 78;
  private static final double WEEKS_OF_YEAR = 365.25 / 7;
  private static final int HARMONICS = 2;

  private NationalLeadTest() {}

  /**
   * Tests each channel.
   *
   * @param outcome [region][week]; NaN where unknown
   * @param exposure [channel][region][week]
   * @param controls each [region][week]
   * @return by channel; empty if the nation does not sell in every week, or weeks are too few
   */
  static List<LeadFinding> of(
      double[][] outcome, double[][][] exposure, List<double[][]> controls) {
    double[] national = national(outcome);
    int weeks = national.length;
    int columns = 2 * exposure.length + controls.size() + 2 * HARMONICS + 1;
    boolean enough = weeks >= LEAST_WEEKS && weeks > 2 * (columns + 12);
    if (!enough || Arrays.stream(national).anyMatch(y -> !(y > 0))) {
      return List.of();
    }
    double[][] target = {LeadTest.centred(Arrays.stream(national).map(Math::log).toArray())};
    List<double[][]> series = new ArrayList<>();
    for (double[][] channel : exposure) {
      series.add(ExposureDeviation.ofRegion(new double[][] {national(channel)}));
    }
    List<LeadFinding> findings = new ArrayList<>();
    for (int c = 0; c < exposure.length; c++) {
      List<double[][]> plain = calendar(weeks);
      for (int other = 0; other < exposure.length; other++) {
        if (other != c) {
          plain.add(series.get(other));
          plain.add(CaptureColumns.filtered(series.get(other), 0, 1));
        }
      }
      controls.forEach(control -> plain.add(standard(national(control))));
      LeadRegression regression =
          new LeadRegression(target, List.<double[][]>of(series.get(c)), plain);
      LeadRegression.Sum leads = regression.sum(0, -LeadRegression.LEADS, -1);
      findings.add(
          new LeadFinding(
              leads.value(), leads.t(), regression.at(0, 0), regression.at(0, -1), LIMIT));
    }
    return findings;
  }

  /** Returns the sum over regions, of known cells where some are not. */
  private static double[] national(double[][] values) {
    double[] sum = new double[values[0].length];
    for (double[] region : values) {
      double[] known = LeadTest.interpolated(region);
      for (int t = 0; t < known.length; t++) {
        sum[t] += known[t];
      }
    }
    return sum;
  }

  private static List<double[][]> calendar(int weeks) {
    List<double[][]> columns = new ArrayList<>();
    double[] trend = new double[weeks];
    Arrays.setAll(trend, t -> 2.0 * t / weeks - 1);
    columns.add(new double[][] {trend});
    for (int k = 1; k <= HARMONICS; k++) {
      double turn = 2 * Math.PI * k / WEEKS_OF_YEAR;
      double[] sine = new double[weeks];
      double[] cosine = new double[weeks];
      Arrays.setAll(sine, t -> Math.sin(turn * t));
      Arrays.setAll(cosine, t -> Math.cos(turn * t));
      columns.add(new double[][] {sine});
      columns.add(new double[][] {cosine});
    }
    return columns;
  }

  private static double[][] standard(double[] values) {
    double[] centred = LeadTest.centred(values);
    double sd = Math.sqrt(Arrays.stream(centred).map(x -> x * x).average().orElse(0));
    return new double[][] {Arrays.stream(centred).map(x -> sd > 0 ? x / sd : 0).toArray()};
  }
}
