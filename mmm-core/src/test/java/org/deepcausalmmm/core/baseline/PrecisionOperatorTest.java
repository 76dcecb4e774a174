package org.deepcausalmmm.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.data.Weeks;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class PrecisionOperatorTest {
  private static final int REGIONS = 3;
  private static final int WEEKS = 9;

  private final SplittableRandom random = new SplittableRandom(4);

  @Test
  void solvesAndScoresAsTheDenseCovarianceDoes() {
    double[][] precision = new double[REGIONS][WEEKS];
    for (double[] row : precision) {
      for (int t = 0; t < WEEKS; t++) {
        row[t] = random.nextDouble() < 0.2 ? 0 : 1 / (0.01 + 0.01 * random.nextDouble());
      }
    }
    BaselineDesign design =
        new BaselineDesign(
                Weeks.from(LocalDate.of(2024, 1, 1), WEEKS),
                WEEKS,
                REGIONS,
                BaselineForm.of(Season.SMOOTH),
                List.<double[][]>of(normal(REGIONS, WEEKS)))
            .withTimeVariation(normal(2, REGIONS, WEEKS), normal(2, 3, WEEKS))
            .withDemand(normal(REGIONS, WEEKS, 2))
            .withMedia(normal(REGIONS, WEEKS, 1), normal(REGIONS, 2, WEEKS));
    double[] regionScale = {0.7, 1, 1.4};
    Variances variances = new Variances(0.05, 0.2, 0.7, 0.1);
    PrecisionOperator operator = new PrecisionOperator(design, variances, regionScale, precision);
    double[][] v = normal(REGIONS, WEEKS);

    DMatrixRMaj dense = dense(operator, precision);
    DMatrixRMaj column = new DMatrixRMaj(dense.numRows, 1);
    DMatrixRMaj solved = new DMatrixRMaj(dense.numRows, 1);
    double[][] pull = operator.apply(v);
    double[] expected = observed(v, precision);
    System.arraycopy(expected, 0, column.data, 0, expected.length);
    assertThat(CommonOps_DDRM.solve(dense.copy(), column, solved)).isTrue();

    assertThat(observed(pull, precision)).containsExactly(solved.data, within(1e-7));
    double score = Math.log(CommonOps_DDRM.det(dense)) + CommonOps_DDRM.dot(column, solved);
    assertThat(operator.deviance(v)).isCloseTo(score, within(1e-7));
  }

  @Test
  void solvesWhereThereAreVeryManyWeeks() {
    int weeks = 1010;
    double[][] precision = new double[1][weeks];
    Arrays.fill(precision[0], 100);
    BaselineDesign design =
        new BaselineDesign(
            Weeks.from(LocalDate.of(2000, 1, 3), weeks),
            weeks,
            1,
            BaselineForm.of(Season.SMOOTH),
            List.<double[][]>of(normal(1, weeks)));
    Variances variances = new Variances(0.05, 0.2, 0.7, 0.1);
    PrecisionOperator operator =
        new PrecisionOperator(design, variances, new double[] {1}, precision);
    double[][] v = normal(1, weeks);
    double[][] solved = operator.apply(v);
    double[] rest = operator.shared(0, operator.sharedTransposed(solved));
    Arrays.setAll(rest, t -> v[0][t] - rest[t]);
    assertThat(operator.solveRegion(0, rest)).containsExactly(solved[0], within(1e-7));
    assertThat(operator.deviance(v)).isFinite();
  }

  /** Builds V over the observed cells from its definition. */
  private static DMatrixRMaj dense(PrecisionOperator operator, double[][] precision) {
    int size = operator.design().size();
    double[][][] shared = new double[size][REGIONS][];
    for (int k = 0; k < size; k++) {
      double[] unit = new double[size];
      unit[k] = 1;
      for (int r = 0; r < REGIONS; r++) {
        shared[k][r] = operator.shared(r, unit);
      }
    }
    int[] cells =
        java.util.stream.IntStream.range(0, REGIONS * WEEKS)
            .filter(i -> precision[i / WEEKS][i % WEEKS] > 0)
            .toArray();
    DMatrixRMaj dense = new DMatrixRMaj(cells.length, cells.length);
    Variances variances = operator.variances();
    for (int i = 0; i < cells.length; i++) {
      for (int j = 0; j < cells.length; j++) {
        int r = cells[i] / WEEKS;
        int q = cells[j] / WEEKS;
        int s = cells[i] % WEEKS;
        int t = cells[j] % WEEKS;
        double sum = 0;
        for (double[][] column : shared) {
          sum += column[r][s] * column[q][t];
        }
        if (r == q) {
          sum +=
              Math.pow(variances.state(), 2) * Math.pow(variances.correlation(), Math.abs(s - t));
          for (double[] own : operator.design().own(r)) {
            sum += own[s] * own[t];
          }
        }
        dense.set(i, j, sum + (i == j ? 1 / precision[r][s] : 0));
      }
    }
    return dense;
  }

  private static double[] observed(double[][] values, double[][] precision) {
    return java.util.stream.IntStream.range(0, REGIONS * WEEKS)
        .filter(i -> precision[i / WEEKS][i % WEEKS] > 0)
        .mapToDouble(i -> values[i / WEEKS][i % WEEKS])
        .toArray();
  }

  private double[][][] normal(int a, int b, int c) {
    double[][][] values = new double[a][][];
    Arrays.setAll(values, i -> normal(b, c));
    return values;
  }

  private double[][] normal(int a, int b) {
    double[][] values = new double[a][b];
    for (double[] row : values) {
      Arrays.setAll(row, t -> random.nextGaussian());
    }
    return values;
  }
}
