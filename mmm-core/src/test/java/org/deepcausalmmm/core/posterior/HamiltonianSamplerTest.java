package org.deepcausalmmm.core.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deepcausalmmm.core.numeric.TriangularFactor;
import org.deepcausalmmm.core.posterior.HamiltonianSampler.Energy;
import org.deepcausalmmm.core.posterior.HamiltonianSampler.Sample;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class HamiltonianSamplerTest {
  /** Two shared parameters and a region with one. */
  private static final Whitening WHITENING =
      new Whitening(
          new double[] {1, -2, 0.5},
          new int[] {0, 1},
          TriangularFactor.of(
              new DMatrixRMaj(new double[][] {{4, 1}, {1, 2.5}}), "shared precision"),
          new int[][] {{2}},
          new TriangularFactor[] {
            TriangularFactor.of(new DMatrixRMaj(new double[][] {{9}}), "regional precision")
          },
          new DMatrixRMaj[] {new DMatrixRMaj(new double[][] {{1, -0.7}})});

  @Test
  void gradientByCoordinatesIsThatOfTheMapping() {
    double[] z = {0.3, -1.1, 0.8};
    double[] byCoordinates = WHITENING.gradient(skewed(WHITENING.parameters(z)).gradient());
    for (int i = 0; i < z.length; i++) {
      double[] up = z.clone();
      double[] down = z.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      double difference =
          skewed(WHITENING.parameters(up)).value() - skewed(WHITENING.parameters(down)).value();
      assertThat(byCoordinates[i]).isCloseTo(difference / 2e-5, within(1e-6));
    }
  }

  @Test
  void samplesADensityThatIsNotNormal() {
    Sample sample =
        new HamiltonianSampler(WHITENING, HamiltonianSamplerTest::skewed, 3)
            .draw(30, 6000, (done, of, energy) -> {});
    assertThat(sample.acceptance()).isBetween(0.6, 0.99);
    // exp(x0) is Gamma(4) distributed, x1 normal (-2, 0.5), x2 normal (x1, 0.3)
    assertThat(mean(sample, x -> Math.exp(x[0]))).isCloseTo(4, within(0.2));
    assertThat(mean(sample, x -> Math.pow(Math.exp(x[0]) - 4, 2))).isCloseTo(4, within(0.5));
    assertThat(mean(sample, x -> x[1])).isCloseTo(-2, within(0.04));
    assertThat(mean(sample, x -> Math.pow(x[1] + 2, 2))).isCloseTo(0.25, within(0.03));
    assertThat(mean(sample, x -> Math.pow(x[2] - x[1], 2))).isCloseTo(0.09, within(0.01));
  }

  @Test
  void sameSeedGivesSameDraws() {
    double[][] first = drawWith(5);
    assertThat(drawWith(5)).isDeepEqualTo(first);
    assertThat(Arrays.deepEquals(drawWith(6), first)).isFalse();
  }

  private static double[][] drawWith(long seed) {
    return new HamiltonianSampler(WHITENING, HamiltonianSamplerTest::skewed, seed)
        .draw(30, 20, (done, of, energy) -> {})
        .draws();
  }

  private static Energy skewed(double[] x) {
    double value =
        Math.exp(x[0]) - 4 * x[0] + 2 * Math.pow(x[1] + 2, 2) + Math.pow(x[2] - x[1], 2) / 0.18;
    double pull = (x[2] - x[1]) / 0.09;
    return new Energy(value, new double[] {Math.exp(x[0]) - 4, 4 * (x[1] + 2) - pull, pull});
  }

  private static double mean(Sample sample, java.util.function.ToDoubleFunction<double[]> f) {
    return Arrays.stream(sample.draws()).mapToDouble(f).average().orElseThrow();
  }
}
