package org.deepcausalmmm.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DemandSignalTest {
  private static final int REGIONS = 40;
  private static final int WEEKS = 120;
  private static final Variances DEMAND = new Variances(0, 0.05, 0.8, 0.05);
  private static final int LEADS = 5;
  private static final double USUAL = 0.7;

  private final SplittableRandom random = new SplittableRandom(5);
  private final double[][] demand = states(DEMAND.state(), DEMAND.correlation());
  private final boolean[][] observed = new boolean[REGIONS][WEEKS];

  DemandSignalTest() {
    for (boolean[] row : observed) {
      Arrays.fill(row, true);
    }
  }

  @Test
  void findsDemandAtTheLeadOfSpend() {
    double[][][] columns =
        new DemandSignal(List.<double[][]>of(spend(1.5, 2)), observed).columns(DEMAND, USUAL);
    double[] correlation = new double[LEADS];
    for (int k = 0; k < LEADS; k++) {
      correlation[k] = correlationWithDemand(columns, k);
    }
    assertThat(correlation[2]).isGreaterThan(0.3);
    assertThat(Arrays.stream(correlation).max()).hasValue(correlation[2]);
  }

  @Test
  void findsNothingWhereSpendDoesNotFollowDemand() {
    double[][][] columns =
        new DemandSignal(List.<double[][]>of(spend(0, 2)), observed).columns(DEMAND, USUAL);
    for (int k = 0; k < LEADS; k++) {
      assertThat(correlationWithDemand(columns, k)).isCloseTo(0, within(0.06));
    }
  }

  @Test
  void doesNotDependOnCommonRegionOrWeekEffects() {
    double[][] spend = spend(1, 1);
    double[][] scaled = new double[REGIONS][WEEKS];
    for (int r = 0; r < REGIONS; r++) {
      for (int t = 0; t < WEEKS; t++) {
        scaled[r][t] = spend[r][t] * (1 + r) * (2 + Math.sin(t));
      }
    }
    double[][][] one =
        new DemandSignal(List.<double[][]>of(spend), observed).columns(DEMAND, USUAL);
    double[][][] other =
        new DemandSignal(List.<double[][]>of(scaled), observed).columns(DEMAND, USUAL);
    for (int r = 0; r < REGIONS; r++) {
      for (int t = 0; t < WEEKS; t++) {
        assertThat(other[r][t]).containsExactly(one[r][t], within(1e-9));
      }
    }
  }

  @Test
  void findsNothingInEqualSpendOrInFewRegions() {
    double[][] national = new double[REGIONS][];
    double[] course = spend(1, 1)[0];
    for (int r = 0; r < REGIONS; r++) {
      double share = 1 + r;
      national[r] = Arrays.stream(course).map(x -> Math.rint(1e4 * share * x) / 1e2).toArray();
    }
    assertThat(new DemandSignal(List.<double[][]>of(national), observed).count()).isZero();
    assertThat(
            new DemandSignal(
                    List.<double[][]>of(Arrays.copyOf(spend(1, 1), 3)), Arrays.copyOf(observed, 3))
                .count())
        .isZero();
  }

  @Test
  void ignoresWeeksWithoutSpend() {
    double[][] spend = spend(1.5, 2);
    for (double[] row : spend) {
      Arrays.fill(row, 40, 60, 0);
    }
    double[][][] columns =
        new DemandSignal(List.<double[][]>of(spend), observed).columns(DEMAND, USUAL);
    assertThat(correlationWithDemand(columns, 2)).isGreaterThan(0.25);
    double most = 0;
    double inside = 0;
    for (double[][] region : columns) {
      for (int t = 0; t < WEEKS; t++) {
        most = Math.max(most, Math.abs(region[t][2]));
        inside = t >= 48 && t < 56 ? Math.max(inside, Math.abs(region[t][2])) : inside;
      }
    }
    assertThat(inside).isPositive().isLessThan(0.5 * most);
  }

  @Test
  void doesNotOverstateTheInformationOfManyChannels() {
    int channels = 6;
    double elasticity = 1.5;
    List<double[][]> all = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      all.add(spend(elasticity, 2));
    }
    double usual = elasticity / Math.sqrt(LEADS); // as much in all as one lead has
    Variances left = new Variances(0, 0.036, DEMAND.correlation(), DEMAND.noise());
    double[][][] columns = new DemandSignal(all, observed).columns(left, usual);
    double both = 0;
    double signal = 0;
    for (int r = 0; r < REGIONS; r++) {
      for (int t = 0; t < WEEKS; t++) {
        double expected = 0;
        for (int c = 0; c < channels; c++) {
          expected += elasticity * columns[r][t][c * LEADS + 2];
        }
        both += expected * demand[r][t];
        signal += expected * expected;
      }
    }
    assertThat(both / signal).isCloseTo(1, within(0.15));
    assertThat(signal).isGreaterThan(0.3 * REGIONS * WEEKS * Math.pow(DEMAND.state(), 2));
  }

  /** What channels add up to is alike; at which lead spend follows is every channel's own. */
  @Test
  void poolsElasticitiesOverChannels() {
    DemandSignal signal =
        new DemandSignal(List.of(spend(1, 1), spend(1, 2), spend(1, 3)), observed);
    int count = signal.count();
    double[][] covariance = new double[count][count];
    double[][] loading = new double[count][];
    for (int k = 0; k < count; k++) {
      double[] unit = new double[count];
      unit[k] = 1;
      loading[k] = signal.independent(unit);
    }
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        for (int k = 0; k < loading[i].length; k++) {
          covariance[i][j] += loading[i][k] * loading[j][k];
        }
      }
    }
    double own = sum(covariance, 0, 0);
    double other = sum(covariance, 0, LEADS);
    assertThat(other / own).isCloseTo(1 / 1.16, within(1e-9));
    assertThat(own / LEADS).as("as if leads were independent").isCloseTo(1.16, within(1e-9));
    double oneLeadLessAnother = covariance[0][0] + covariance[1][1] - 2 * covariance[0][1];
    assertThat(oneLeadLessAnother).isCloseTo(2, within(1e-9));
    assertThat(covariance[0][LEADS + 1]).isCloseTo(covariance[0][LEADS + 2], within(1e-9));
  }

  @Test
  void sumsElasticitiesOverLeads() {
    DemandSignal signal = new DemandSignal(List.of(spend(1, 1), spend(1, 2)), observed);
    double[] coefficients = random.doubles(signal.count() + 1, -1, 1).toArray();
    double sum = 0;
    for (int k = 0; k < signal.count(); k++) {
      double[] unit = new double[signal.count()];
      unit[k] = 1;
      double[] loading = signal.independent(unit);
      for (int j = 0; j < loading.length; j++) {
        sum += loading[j] * coefficients[j];
      }
    }
    assertThat(signal.usual(coefficients)).isCloseTo(sum / 2, within(1e-9));
  }

  private static double sum(double[][] covariance, int fromRow, int fromColumn) {
    double sum = 0;
    for (int i = fromRow; i < fromRow + LEADS; i++) {
      sum += Arrays.stream(covariance[i], fromColumn, fromColumn + LEADS).sum();
    }
    return sum;
  }

  /** Draws spend that follows demand some weeks ahead. */
  private double[][] spend(double elasticity, int lead) {
    double[][] own = states(0.15, 0.7);
    double[][] spend = new double[REGIONS][WEEKS];
    for (int r = 0; r < REGIONS; r++) {
      for (int t = 0; t < WEEKS; t++) {
        double expected = demand[r][Math.min(WEEKS - 1, t + lead)];
        spend[r][t] = Math.exp(elasticity * expected + own[r][t] + 0.15 * random.nextGaussian());
      }
    }
    return spend;
  }

  private double[][] states(double sd, double correlation) {
    double[][] states = new double[REGIONS][WEEKS];
    for (double[] row : states) {
      double state = sd * random.nextGaussian();
      for (int t = 0; t < WEEKS; t++) {
        row[t] = state;
        state =
            correlation * state
                + sd * Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
      }
    }
    return states;
  }

  private double correlationWithDemand(double[][][] columns, int k) {
    double both = 0;
    double signal = 0;
    double truth = 0;
    for (int r = 0; r < REGIONS; r++) {
      for (int t = 0; t < WEEKS; t++) {
        both += columns[r][t][k] * demand[r][t];
        signal += columns[r][t][k] * columns[r][t][k];
        truth += demand[r][t] * demand[r][t];
      }
    }
    return both / Math.sqrt(signal * truth);
  }
}
