package org.deepcausalmmm.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.data.Weeks;
import org.junit.jupiter.api.Test;

class VarianceEstimatorTest {
  private static final int REGIONS = 40;
  private static final int WEEKS = 130;
  private static final Variances TRUE = new Variances(0.012, 0.03, 0.8, 0.05);
  private static final double DEVIATION = 0.25;

  private final SplittableRandom random = new SplittableRandom(11);
  private final double[] ones = new double[REGIONS];
  private final double[][] media = new double[REGIONS][WEEKS];
  private final double[][] outcome = new double[REGIONS][WEEKS];
  private final boolean[][] typical = new boolean[REGIONS][WEEKS];

  VarianceEstimatorTest() {
    Arrays.fill(ones, 1);
    double walk = 0;
    double[] shared = new double[WEEKS];
    for (int t = 0; t < WEEKS; t++) {
      walk += TRUE.walk() * random.nextGaussian();
      shared[t] = walk;
    }
    for (int r = 0; r < REGIONS; r++) {
      double state = TRUE.state() * random.nextGaussian();
      double deviation = DEVIATION * random.nextGaussian();
      for (int t = 0; t < WEEKS; t++) {
        media[r][t] = 0.3 * random.nextDouble();
        outcome[r][t] =
            shared[t] + state + deviation * media[r][t] + TRUE.noise() * random.nextGaussian();
        double innovation = TRUE.state() * Math.sqrt(1 - Math.pow(TRUE.correlation(), 2));
        state = TRUE.correlation() * state + innovation * random.nextGaussian();
        typical[r][t] = true;
      }
    }
  }

  @Test
  void findsTheVariancesOfSimulatedDataWhereverItStarts() {
    for (Variances start :
        List.of(
            Variances.start(REGIONS),
            new Variances(0.001, 0.3, 0.3, 0.01),
            new Variances(0.2, 0.9, 0.9, 0.5))) {
      VarianceEstimator.Point found = estimate(start);
      assertThat(found.variances().noise()).isCloseTo(TRUE.noise(), within(0.003));
      assertThat(found.variances().state()).isCloseTo(TRUE.state(), within(0.004));
      assertThat(found.variances().correlation()).isCloseTo(TRUE.correlation(), within(0.07));
      assertThat(found.variances().walk()).isCloseTo(TRUE.walk(), within(0.003));
      assertThat(found.deviation()).isCloseTo(DEVIATION, within(0.08));
    }
  }

  @Test
  void ignoresGrossOutliersInTheNoise() {
    double before = estimate(Variances.start(REGIONS)).variances().noise();
    for (int r = 0; r < REGIONS; r++) {
      outcome[r][3 * r] += 2;
      typical[r][3 * r] = false;
    }
    assertThat(estimate(Variances.start(REGIONS)).variances().noise())
        .isCloseTo(before, within(0.001));
  }

  @Test
  void keepsALeastNoiseWhereTheStateWouldExplainAll() {
    for (double[] row : outcome) {
      row[0] = 0;
      for (int t = 1; t < WEEKS; t++) {
        row[t] = 0.95 * row[t - 1] + 0.05 * random.nextGaussian();
      }
    }
    Variances found = estimate(Variances.start(REGIONS)).variances();
    double step = found.state() * Math.sqrt(1 - Math.pow(found.correlation(), 2));
    assertThat(step).isCloseTo(0.05, within(0.02));
    assertThat(found.noise()).isBetween(0.49 * step, 0.8 * step);
  }

  private VarianceEstimator.Point estimate(Variances start) {
    BaselineDesign plain =
        new BaselineDesign(
            Weeks.from(LocalDate.of(2022, 1, 3), WEEKS),
            WEEKS,
            REGIONS,
            BaselineForm.of(Season.SMOOTH),
            List.of());
    double[][][] none = new double[REGIONS][WEEKS][0];
    return new VarianceEstimator(1)
        .improve(
            new VarianceEstimator.Point(start, 0.1, 0.2, 0),
            at -> {
              double[][][] regional = new double[REGIONS][1][];
              for (int r = 0; r < REGIONS; r++) {
                regional[r][0] = Arrays.stream(media[r]).map(x -> at.deviation() * x).toArray();
              }
              return new PrecisionOperator(
                  plain.withMedia(none, regional), at.variances(), ones, precision(at.variances()));
            },
            outcome,
            typical,
            15);
  }

  /** Returns 1 / noise variance; what is not typical has hardly any weight, whatever the noise. */
  private double[][] precision(Variances at) {
    double[][] precision = new double[REGIONS][WEEKS];
    for (int r = 0; r < REGIONS; r++) {
      for (int t = 0; t < WEEKS; t++) {
        precision[r][t] = typical[r][t] ? 1 / (at.noise() * at.noise()) : 1e-2;
      }
    }
    return precision;
  }
}
