package org.deepcausalmmm.core.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three channels, of which two may be delivered with demand. */
class CommonDemandTest {
  private static final int REGIONS = 12;
  private static final int WEEKS = 100;
  private static final boolean[][] UNRELATED = new boolean[3][3];

  private final Random random = new Random(5);
  private final double[][] demand = demand();
  private final List<double[][]> spend = List.of(table(0.4), table(0.4), table(0.4));
  private final double[][] outcome = outcome();

  private double[][] demand() {
    double[][] demand = new double[REGIONS][WEEKS];
    for (double[] region : demand) {
      for (int t = 1; t < WEEKS; t++) {
        region[t] = 0.8 * region[t - 1] + 0.05 * random.nextGaussian();
      }
    }
    return demand;
  }

  /** A table of positive numbers whose logarithms are independent. */
  private double[][] table(double sd) {
    double[][] table = new double[REGIONS][WEEKS];
    for (double[] region : table) {
      for (int t = 0; t < WEEKS; t++) {
        region[t] = 100 * Math.exp(sd * random.nextGaussian());
      }
    }
    return table;
  }

  private double[][] outcome() {
    double[][] outcome = table(0.03);
    each((r, t) -> outcome[r][t] *= Math.exp(demand[r][t]));
    return outcome;
  }

  private interface Cell {
    void visit(int region, int week);
  }

  private static void each(Cell cell) {
    for (int r = 0; r < REGIONS; r++) {
      for (int t = 0; t < WEEKS; t++) {
        cell.visit(r, t);
      }
    }
  }

  /** Exposure that an auction delivers for the spend, ahead of demand by some weeks. */
  private double[][] delivered(int channel, double elasticity, int lead) {
    double[][] exposure = table(0.05);
    each(
        (r, t) ->
            exposure[r][t] *=
                spend.get(channel)[r][t]
                    * Math.exp(elasticity * demand[r][Math.min(WEEKS - 1, t + lead)]));
    return exposure;
  }

  @Test
  void findsChannelsWhoseDeliveryMovesTogetherAtAnyLead() {
    double[][][] exposure = {delivered(0, 1.5, 2), delivered(1, 0, 0), delivered(2, 1, 0)};

    CommonDemand found = CommonDemand.of(outcome, ChannelExposures.of(exposure, spend), UNRELATED);

    assertThat(found.moves(0)).isTrue();
    assertThat(found.moves(1)).isFalse();
    assertThat(found.partners().get(2).channel()).isZero();
    assertThat(found.partners().get(2).correlation()).isBetween(0.2, 0.9);
  }

  @Test
  void measuresTheDemandInTheWeekOfTheSeriesThatFollowsItClosest() {
    double[][][] exposure = {delivered(0, 2, 2), delivered(1, 0, 0), delivered(2, 2, 0)};

    List<double[][]> columns =
        CommonDemand.of(outcome, ChannelExposures.of(exposure, spend), UNRELATED).columns();

    assertThat(columns).hasSizeGreaterThan(10);
    double closest =
        columns.stream()
            .mapToDouble(
                column ->
                    Indicator.between(Indicator.changes(column), Indicator.changes(demand))
                        .correlation())
            .max()
            .orElse(0);
    assertThat(closest).isGreaterThan(0.85);
  }

  @Test
  void seesImpressionsWithoutSpend() {
    double[][][] exposure = {table(0.1), table(0.1), table(0.1)};
    each((r, t) -> exposure[0][r][t] *= Math.exp(2 * demand[r][t]));
    each((r, t) -> exposure[1][r][t] *= Math.exp(2 * demand[r][t]));

    CommonDemand found =
        CommonDemand.of(outcome, ChannelExposures.withoutSpend(exposure), UNRELATED);

    assertThat(IntStream.range(0, 3).filter(found::moves)).containsExactly(0, 1);
  }

  @Test
  void takesPlansInCommonForPlans() {
    List<double[][]> same = List.of(spend.get(0), spend.get(0), spend.get(2));
    double[][][] exposure = {delivered(0, 0, 0), delivered(0, 0, 0), delivered(2, 0, 0)};

    assertThat(CommonDemand.of(outcome, ChannelExposures.of(exposure, same), UNRELATED).any())
        .isFalse();
  }

  @Test
  void leavesPairsToTheEdgesThatExplainThem() {
    double[][][] exposure = {delivered(0, 1.5, 0), delivered(1, 0, 0), delivered(2, 1, 0)};
    boolean[][] related = new boolean[3][3];
    related[0][2] = true;
    related[2][0] = true;

    assertThat(CommonDemand.of(outcome, ChannelExposures.of(exposure, spend), related).any())
        .isFalse();
  }

  @Test
  void needsAnOutcomeThatMovesWithThem() {
    double[][][] exposure = {delivered(0, 1.5, 0), delivered(1, 0, 0), delivered(2, 1, 0)};

    assertThat(CommonDemand.of(table(0.1), ChannelExposures.of(exposure, spend), UNRELATED).any())
        .isFalse();
  }

  @Test
  void ignoresWeeksWithoutAnOutcome() {
    double[][][] exposure = {delivered(0, 1.5, 0), delivered(1, 0, 0), delivered(2, 1, 0)};
    double[][] gaps = new double[REGIONS][];
    for (int r = 0; r < REGIONS; r++) {
      gaps[r] = outcome[r].clone();
      gaps[r][7 + r] = Double.NaN;
    }

    assertThat(CommonDemand.of(gaps, ChannelExposures.of(exposure, spend), UNRELATED).moves(2))
        .isTrue();
  }
}
