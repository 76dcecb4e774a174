package org.deepcausalmmm.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.deepcausalmmm.data.config.ChannelRole;
import org.junit.jupiter.api.Test;

class DemandCaptureTest {
  private static final int REGIONS = 8;
  private static final int WEEKS = 80;
  private static final double NOISE = 0.03;

  private final SplittableRandom random = new SplittableRandom(5);
  private final double[][] demand = new double[REGIONS][WEEKS];
  private final double[][][] spend = new double[2][REGIONS][WEEKS];
  private final double[][][] exposure = new double[2][REGIONS][WEEKS];

  /** An auction delivers with demand, a plan does not; neither spend follows. */
  private DemandCapture drawn() {
    double[][] outcome = new double[REGIONS][WEEKS];
    for (int r = 0; r < REGIONS; r++) {
      for (int t = 0; t < WEEKS; t++) {
        demand[r][t] = (t == 0 ? 0 : 0.7 * demand[r][t - 1]) + 0.1 * random.nextGaussian();
        outcome[r][t] = 1 + demand[r][t] + NOISE * random.nextGaussian();
        for (int c = 0; c < 2; c++) {
          spend[c][r][t] = Math.exp(0.3 * random.nextGaussian());
          double delivery = (c == 0 ? 2 * demand[r][t] : 0) + 0.1 * random.nextGaussian();
          exposure[c][r][t] = spend[c][r][t] * Math.exp(delivery);
        }
      }
    }
    return DemandCapture.none(outcome, ChannelExposures.of(exposure, List.of(spend)), List.of());
  }

  private DemandCapture detected(DemandCapture before) {
    UnaryOperator<double[][]> inverse =
        table ->
            Arrays.stream(table)
                .map(row -> Arrays.stream(row).map(x -> x / (NOISE * NOISE)).toArray())
                .toArray(double[][]::new);
    double[] scale = new double[REGIONS];
    Arrays.fill(scale, 1);
    return before.detect(inverse, demand, scale);
  }

  @Test
  void deliveryThatFollowsDemandIsFoundAndTheExposureBesideItIsNot() {
    DemandCapture found = detected(drawn());
    assertThat(found.findings().found()).containsExactly(true, false, false, false);
    assertThat(found.found(0)).isTrue();
    assertThat(found.found(1)).isFalse();
  }

  @Test
  void theColumnOfTheCurveIsTheCentredSquareOfDemand() {
    DemandCapture found = detected(drawn());
    List<double[][]> used = found.columns().of(found.findings().found());
    double[] coefficients = new double[used.size()];
    coefficients[0] = 2;
    double[][] curve = found.withCurve(coefficients).curve().get(0);
    double mean = Arrays.stream(used.get(0)[3]).map(x -> 4 * x * x).average().orElseThrow();
    assertThat(curve[3][7])
        .isCloseTo(4 * used.get(0)[3][7] * used.get(0)[3][7] - mean, within(1e-12));
    assertThat(found.withCurve(coefficients).straight().curve()).isEmpty();
  }

  @Test
  void deliveryIsZeroInWeeksWithoutSpend() {
    double[][] deviation =
        ExposureDeviation.ofDelivery(new double[][] {{2, 0, 8, 5}}, new double[][] {{1, 1, 1, 0}});
    assertThat(deviation[0])
        .containsExactly(new double[] {-Math.log(2), 0, Math.log(2), 0}, within(1e-12));
  }

  @Test
  void aRoleMovesTheEvidenceThatIsNeeded() {
    double[][] rows = {{1, 2, 3, 4}, {2, 3, 1, 5}};
    DemandCapture none =
        DemandCapture.none(
            rows,
            ChannelExposures.of(new double[][][] {rows, rows}, List.of(rows, rows)),
            List.of());
    DemandCapture told =
        none.under(List.of(Optional.of(ChannelRole.CAPTURE), Optional.of(ChannelRole.PLANNED)));
    assertThat(told.least()).containsExactly(0, 25, 0, Double.POSITIVE_INFINITY);
    assertThat(none.under(List.of(Optional.empty(), Optional.empty())).least())
        .containsExactly(none.least());
  }
}
