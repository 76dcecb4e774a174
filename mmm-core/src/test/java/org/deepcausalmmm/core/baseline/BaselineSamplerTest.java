package org.deepcausalmmm.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.numeric.Vectors;
import org.deepcausalmmm.data.Weeks;
import org.junit.jupiter.api.Test;

class BaselineSamplerTest {
  private static final int REGIONS = 3;
  private static final int WEEKS = 20;
  private static final int TRAIN_WEEKS = 14;

  private final SplittableRandom random = new SplittableRandom(2);

  @Test
  void slopesWeighTheOutcomeAsTheExpectedBaselineDoes() {
    BaselineDesign design =
        new BaselineDesign(
            Weeks.from(LocalDate.of(2024, 1, 1), WEEKS),
            TRAIN_WEEKS,
            REGIONS,
            BaselineForm.of(Season.SMOOTH),
            List.<double[][]>of(normal()));
    double[][] precision = new double[REGIONS][WEEKS];
    for (double[] row : precision) {
      Arrays.fill(row, 0, TRAIN_WEEKS, 400);
    }
    precision[1][3] = 0;
    BaselineSampler sampler =
        new BaselineSampler(
            new PrecisionOperator(
                design, new Variances(0.05, 0.2, 0.7, 0.1), new double[] {0.8, 1, 1.3}, precision));
    double[][] ofHoldout = new double[REGIONS][WEEKS];
    for (int r = 0; r < REGIONS; r++) {
      Arrays.fill(ofHoldout[r], TRAIN_WEEKS, WEEKS, 1 + r);
    }
    double[][] residual = normal();

    double sum = Vectors.dot(ofHoldout, sampler.expected(residual).total());
    double[][] slopes = sampler.slopes(ofHoldout);
    assertThat(Vectors.dot(slopes, residual)).isCloseTo(sum, within(1e-8));
    assertThat(slopes[1][3]).isZero();
    assertThat(slopes[0][TRAIN_WEEKS]).isZero();
  }

  private double[][] normal() {
    double[][] values = new double[REGIONS][WEEKS];
    for (double[] row : values) {
      Arrays.setAll(row, t -> random.nextGaussian());
    }
    return values;
  }
}
