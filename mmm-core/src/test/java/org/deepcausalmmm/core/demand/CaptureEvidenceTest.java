package org.deepcausalmmm.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CaptureEvidenceTest {
  private static final int REGIONS = 8;
  private static final int WEEKS = 80;
  private static final double NOISE = 0.05;

  @Test
  void aTwoSidedFilterHasTheWeightsOfItsDecayAndCentre() {
    double[][] pulse = new double[1][9];
    pulse[0][4] = 1;
    double[] filtered = CaptureColumns.filtered(pulse, 0.5, 0)[0];
    assertThat(filtered[4]).isEqualTo(1);
    assertThat(filtered[3]).isEqualTo(0.5);
    assertThat(filtered[6]).isEqualTo(0.25);
    assertThat(CaptureColumns.filtered(pulse, 0.5, 2)[0][6]).isEqualTo(1);
    assertThat(CaptureColumns.filtered(pulse, 0, -1)[0][3]).isEqualTo(1);
  }

  @Test
  void exposureThatRevealsDemandHasEvidenceAndAnotherHasNone() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] demand = new double[REGIONS][WEEKS];
    double[][][] exposure = new double[2][REGIONS][WEEKS];
    double[][] residual = new double[REGIONS][WEEKS];
    for (int r = 0; r < REGIONS; r++) {
      for (int t = 0; t < WEEKS; t++) {
        demand[r][t] = (t == 0 ? 0 : 0.7 * demand[r][t - 1]) + 0.1 * random.nextGaussian();
        exposure[0][r][t] = Math.exp(2 * demand[r][t] + 0.2 * random.nextGaussian());
        exposure[1][r][t] = Math.exp(0.4 * random.nextGaussian());
        residual[r][t] = demand[r][t] + NOISE * random.nextGaussian();
      }
    }
    CaptureEvidence.CaptureFindings findings =
        evidence(exposure, residual).select(new boolean[4], (block, found) -> 6);
    assertThat(findings.found()).containsExactly(false, false, true, false);
    assertThat(findings.gain()[2]).isGreaterThan(50);
    assertThat(findings.gain()[3]).isNegative();
  }

  @Test
  void theEvidenceOfOneColumnIsThatOfItsBayesFactor() {
    double[][][] exposure = {new double[REGIONS][WEEKS]};
    for (double[] region : exposure[0]) {
      Arrays.setAll(region, t -> 1 + 0.5 * Math.sin(t));
    }
    double[][] residual = new double[REGIONS][WEEKS];
    CaptureEvidence.CaptureFindings findings =
        evidence(exposure, residual).select(new boolean[2], (block, found) -> 6);
    assertThat(findings.found()[1]).isFalse();
    assertThat(findings.gain()[1]).isNegative(); // nothing to explain: only the price of columns
  }

  @Test
  void aChannelThatNeverChangesHasNoColumns() {
    double[][] constant = new double[REGIONS][WEEKS];
    for (double[] region : constant) {
      Arrays.fill(region, 7);
    }
    List<double[][]> columns = columns(new double[][][] {constant}).of(1);
    assertThat(columns).isEmpty();
  }

  @Test
  void columnsHaveTheSpreadOfTheirPrior() {
    double[][] exposure = new double[REGIONS][WEEKS];
    SplittableRandom random = new SplittableRandom(1);
    for (double[] region : exposure) {
      Arrays.setAll(region, t -> Math.exp(random.nextGaussian()));
    }
    for (double[][] column : columns(new double[][][] {exposure}).of(1)) {
      double square =
          Arrays.stream(column).flatMapToDouble(Arrays::stream).map(x -> x * x).average().orElse(0);
      assertThat(Math.sqrt(square)).isCloseTo(0.15, within(1e-9));
    }
  }

  private static CaptureEvidence evidence(double[][][] exposure, double[][] residual) {
    UnaryOperator<double[][]> inverse =
        table ->
            Arrays.stream(table)
                .map(row -> Arrays.stream(row).map(x -> x / (NOISE * NOISE)).toArray())
                .toArray(double[][]::new);
    double[] scale = new double[REGIONS];
    Arrays.fill(scale, 1);
    return new CaptureEvidence(columns(exposure), inverse, residual, scale);
  }

  private static CaptureColumns columns(double[][][] exposure) {
    return new CaptureColumns(ChannelExposures.withoutSpend(exposure));
  }
}
