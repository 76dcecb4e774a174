package org.deepcausalmmm.dag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumericsTest {
  @Test
  void exponentialOfANilpotentMatrixIsItsFiniteSeries() {
    double[][] power = MatrixExponential.of(new double[][] {{0, 3, 0}, {0, 0, 5}, {0, 0, 0}});
    assertThat(power[0]).containsExactly(new double[] {1, 3, 7.5}, within(1e-10));
    assertThat(power[2]).containsExactly(new double[] {0, 0, 1}, within(1e-12));
  }

  @Test
  void exponentialOfATwoCycleIsHyperbolic() {
    double[][] power = MatrixExponential.of(new double[][] {{0, 4}, {4, 0}});
    assertThat(power[0][0]).isEqualTo(Math.cosh(4), within(1e-9));
    assertThat(power[0][1]).isEqualTo(Math.sinh(4), within(1e-9));
  }

  @Test
  void minimiserStopsAtTheBound() {
    double[] best =
        ProjectedGradient.minimise(
            (x, gradient) -> {
              gradient[0] = 2 * (x[0] + 1);
              gradient[1] = 200 * (x[1] - 3);
              return (x[0] + 1) * (x[0] + 1) + 100 * (x[1] - 3) * (x[1] - 3);
            },
            new double[] {5, 5},
            1000,
            1e-9);
    assertThat(best[0]).isZero();
    assertThat(best[1]).isEqualTo(3, within(1e-8));
  }

  @Test
  void shortestCycleIsFound() {
    boolean[][] edge = new boolean[5][5];
    edge[0][1] = true;
    edge[1][2] = true;
    edge[2][0] = true;
    edge[2][3] = true;
    assertThat(Cycles.shortest(edge)).containsExactly(0, 1, 2);
    edge[3][2] = true;
    assertThat(Cycles.shortest(edge)).containsExactly(2, 3);
    edge[3][2] = false;
    edge[1][2] = false;
    assertThat(Cycles.shortest(edge)).isEmpty();
  }

  @Test
  void varianceIsInflatedByLastingErrorsOnly() {
    Sample sample = Sample.of(ExposureWorld.of(1, 2000, 1, List.of(), .1).simulate(1));
    double[] independent = series(sample.rows(), 0, 1);
    assertThat(EffectiveSample.inflation(sample, series(sample.rows(), 0, 2), independent))
        .isLessThan(1.5);
    // Autocorrelations a and b inflate by (1 + ab) / (1 - ab), here 4.6.
    double inflation =
        EffectiveSample.inflation(
            sample, series(sample.rows(), .8, 3), series(sample.rows(), .8, 4));
    assertThat(inflation).isBetween(2.5, 7.0);
  }

  @Test
  void largeExposuresWeighLessIfTheirErrorsAreLarge() {
    Random random = new Random(5);
    double[] exposure = new double[2000];
    double[] factor = new double[exposure.length];
    double[] equal = new double[exposure.length];
    for (int i = 0; i < exposure.length; i++) {
      double expected = 4 * random.nextDouble();
      double error = .1 * random.nextGaussian();
      exposure[i] = expected;
      factor[i] = expected * error;
      equal[i] = error;
    }
    assertThat(spread(Weighting.of(exposure, factor))).isGreaterThan(4);
    assertThat(spread(Weighting.of(exposure, equal))).isLessThan(1.5);
  }

  private static double spread(double[] roots) {
    double largest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (double root : roots) {
      largest = Math.max(largest, root);
      least = Math.min(least, root);
    }
    return largest / least;
  }

  private static double[] series(int length, double correlation, long seed) {
    Random random = new Random(seed);
    double[] series = new double[length];
    double last = 0;
    for (int t = 0; t < length; t++) {
      last = correlation * last + random.nextGaussian();
      series[t] = last;
    }
    return series;
  }
}
