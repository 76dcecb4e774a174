package org.deepcausalmmm.core.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deepcausalmmm.core.diagnostics.ChainDiagnostics;
import org.deepcausalmmm.core.numeric.TriangularFactor;
import org.deepcausalmmm.core.posterior.HamiltonianSampler.Continuation;
import org.deepcausalmmm.core.posterior.HamiltonianSampler.Extent;
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
    double[] gradient = new double[3];
    skewed(WHITENING.parameters(z), gradient);
    double[] byCoordinates = WHITENING.gradient(gradient);
    for (int i = 0; i < z.length; i++) {
      double[] up = z.clone();
      double[] down = z.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      double difference =
          skewed(WHITENING.parameters(up), gradient) - skewed(WHITENING.parameters(down), gradient);
      assertThat(byCoordinates[i]).isCloseTo(difference / 2e-5, within(1e-6));
    }
  }

  @Test
  void samplesADensityThatIsNotNormal() {
    Sample sample = sample(3, new Extent(4, 30, 1500, 2));
    assertThat(sample.draws()).hasDimensions(6000, 3);
    assertThat(sample.acceptance()).isBetween(0.6, 0.99);
    assertThat(sample.energyFraction()).isGreaterThan(0.5);
    // exp(x0) is Gamma(4) distributed, x1 normal (-2, 0.5), x2 normal (x1, 0.3)
    assertThat(mean(sample, x -> Math.exp(x[0]))).isCloseTo(4, within(0.2));
    assertThat(mean(sample, x -> Math.pow(Math.exp(x[0]) - 4, 2))).isCloseTo(4, within(0.5));
    assertThat(mean(sample, x -> x[1])).isCloseTo(-2, within(0.04));
    assertThat(mean(sample, x -> Math.pow(x[1] + 2, 2))).isCloseTo(0.25, within(0.03));
    assertThat(mean(sample, x -> Math.pow(x[2] - x[1], 2))).isCloseTo(0.09, within(0.01));
  }

  @Test
  void chainsAgree() {
    double[][] draws = sample(3, new Extent(4, 30, 500, 1)).draws();
    double[][] first = new double[4][500];
    for (int i = 0; i < draws.length; i++) {
      first[i / 500][i % 500] = draws[i][0];
    }
    ChainDiagnostics diagnostics = ChainDiagnostics.of(first);
    assertThat(diagnostics.rHat()).isLessThan(1.01);
    assertThat(diagnostics.ess()).isGreaterThan(400);
  }

  @Test
  void sameSeedGivesSameDrawsOnAnyNumberOfThreads() {
    double[][] first = sample(5, new Extent(3, 30, 20, 1)).draws();
    assertThat(sample(5, new Extent(3, 30, 20, 3)).draws()).isDeepEqualTo(first);
    assertThat(Arrays.deepEquals(sample(6, new Extent(3, 30, 20, 1)).draws(), first)).isFalse();
  }

  @Test
  void drawsUntilThereAreEnough() {
    Continuation untilThirty =
        new Continuation(5, 100, sample -> sample.watched()[0][0].length >= 30);
    Sample sample = watching(5).draw(new Extent(3, 30, 20, 2), untilThirty, (done, of, e) -> {});
    assertThat(sample.draws()).isDeepEqualTo(sample(5, new Extent(3, 30, 30, 1)).draws());
    for (int chain = 0; chain < 3; chain++) {
      for (int draw = 0; draw < 30; draw++) {
        assertThat(sample.watched()[0][chain][draw])
            .isEqualTo(sample.draws()[chain * 30 + draw][1]);
      }
    }
  }

  @Test
  void takesNoMoreDrawsThanAllowed() {
    Sample sample =
        watching(5)
            .draw(
                new Extent(2, 30, 20, 1),
                new Continuation(15, 40, found -> false),
                (done, of, energy) -> {});
    assertThat(sample.draws()).hasDimensions(80, 3);
  }

  /** Returns a sampler that watches the second parameter. */
  private static HamiltonianSampler watching(long seed) {
    return new HamiltonianSampler(
        WHITENING,
        (parameters, gradient) ->
            new HamiltonianSampler.Evaluation(
                skewed(parameters, gradient), () -> new double[] {parameters[1]}),
        seed);
  }

  private static Sample sample(long seed, Extent extent) {
    return new HamiltonianSampler(WHITENING, HamiltonianSamplerTest::evaluated, seed)
        .draw(extent, (done, of, energy) -> {});
  }

  private static HamiltonianSampler.Evaluation evaluated(double[] x, double[] gradient) {
    return HamiltonianSampler.Evaluation.of(skewed(x, gradient));
  }

  private static double skewed(double[] x, double[] gradient) {
    double pull = (x[2] - x[1]) / 0.09;
    gradient[0] = Math.exp(x[0]) - 4;
    gradient[1] = 4 * (x[1] + 2) - pull;
    gradient[2] = pull;
    return Math.exp(x[0]) - 4 * x[0] + 2 * Math.pow(x[1] + 2, 2) + Math.pow(x[2] - x[1], 2) / 0.18;
  }

  private static double mean(Sample sample, java.util.function.ToDoubleFunction<double[]> f) {
    return Arrays.stream(sample.draws()).mapToDouble(f).average().orElseThrow();
  }
}
