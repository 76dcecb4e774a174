package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Temporal;

/** The rules for exposure that is carried over with the kernels of a component. */
final class KernelChecks {
  private static final int WEEKS = 80;
  private static final double NOISE = 0.002;
  private static final double TOLERANCE = 0.02;

  /** Off the values that are tried most, so that no fit succeeds by chance. */
  private static final double[] STARTS = {0.4, -0.6};

  private static final int ITERATIONS = 20;

  private KernelChecks() {}

  /** Returns what acts in each week, for as many weeks as something may act. */
  private static double[] carry(double[] kernel, double[] exposure) {
    double[] acting = new double[exposure.length + kernel.length - 1];
    for (int t = 0; t < exposure.length; t++) {
      for (int lag = 0; lag < kernel.length; lag++) {
        acting[t + lag] += kernel[lag] * exposure[t];
      }
    }
    return acting;
  }

  private static double[] kernel(Temporal temporal, SpecLayout layout, double[] parameters) {
    return TemporalChecks.kernel(temporal, layout, parameters).exact();
  }

  static void assertCausalAndLinear(
      TemporalContract contract, double[] parameters, int week, double height) {
    SpecLayout layout = TemporalChecks.layout(contract);
    double[] kernels = kernel(contract.component(), layout, parameters);
    int lags = contract.component().maxLag() + 1;
    assertThat(kernels)
        .as("weights of %d channels and %d lags", layout.channels(), lags)
        .hasSize(layout.channels() * lags);
    for (int c = 0; c < layout.channels(); c++) {
      double[] kernel = Arrays.copyOfRange(kernels, c * lags, (c + 1) * lags);
      double[] pulse = new double[week + 1];
      pulse[week] = height;
      double[] acting = carry(kernel, pulse);
      assertThat(Arrays.stream(acting, 0, week).sum()).as("what acts before the exposure").isZero();
      assertThat(Arrays.stream(acting).min().orElse(0)).as("what acts in any week").isNotNegative();
      assertThat(Arrays.stream(acting).sum())
          .as("what acts in all weeks together of exposure %s", height)
          .isCloseTo(height, within(1e-6 * height));
    }
  }

  /**
   * Fits the kernel to responses that were simulated with known parameters, and compares kernels,
   * because two sets of parameters may describe nearly the same one.
   */
  static void assertRecovered(TemporalContract contract, double[] truth) {
    Temporal temporal = contract.component();
    SpecLayout layout = TemporalChecks.layout(contract).single();
    double[] expected = kernel(temporal, layout, truth);
    Random random = new Random(5);
    double[] exposure = new double[WEEKS];
    Arrays.setAll(exposure, t -> random.nextInt(3) == 0 ? 2 * random.nextDouble() : 0);
    double[] response = carry(expected, exposure);
    Arrays.setAll(response, t -> response[t] + NOISE * random.nextGaussian());
    LeastSquares fit =
        new LeastSquares(
            parameters -> carry(kernel(temporal, layout, parameters), exposure),
            ITERATIONS,
            4 * response.length * NOISE * NOISE);
    double least = Double.POSITIVE_INFINITY;
    for (double deviations : STARTS) {
      double[] found = kernel(temporal, layout, fit.fit(start(layout, deviations), response));
      double worst = 0;
      for (int lag = 0; lag < expected.length; lag++) {
        worst = Math.max(worst, Math.abs(found[lag] - expected[lag]));
      }
      least = Math.min(least, worst);
      if (least < TOLERANCE) {
        break;
      }
    }
    assertThat(least)
        .as(
            "largest error of the recovered kernel; it was %s, parameters %s",
            Arrays.toString(expected), Arrays.toString(truth))
        .isLessThan(TOLERANCE);
  }

  /**
   * Returns quantities off the centers of their priors; the weights of networks start as in the
   * core.
   */
  private static double[] start(SpecLayout layout, double deviations) {
    Random random = new Random(7);
    double[] centers = layout.priorCenters();
    double[] start = layout.spread(deviations);
    int at = 0;
    for (ParameterSpec spec : layout.specs()) {
      for (int i = 0; i < layout.size(spec); i++, at++) {
        if (!spec.inner().isEmpty()) {
          start[at] = centers[at] + spec.startSd() * random.nextGaussian();
        }
      }
    }
    return start;
  }
}
