package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;

/**
 * The fit of a curve to responses that were simulated with known parameters, and the comparison of
 * the two.
 *
 * <p>The fit is by {@link LeastSquares} on the scale of estimation, with the coefficient of the
 * channel as one more unknown. It starts at the prior centers. Curves are compared and not
 * parameters, because two parameters may describe nearly the same curve.
 */
final class CurveRecovery {
  private static final int WEEKS = 60;
  private static final int ITERATIONS = 100;
  private static final double NOISE = 0.002;

  private final SaturationContract contract;
  private final SpecLayout layout;
  private final double[] exposure = new double[WEEKS];
  private final double[] response;

  private CurveRecovery(SaturationContract contract, double[] truth) {
    this.contract = contract;
    this.layout = SaturationChecks.layout(contract).single();
    Random random = new Random(5);
    Arrays.setAll(exposure, t -> 4 * random.nextDouble() * random.nextDouble() + 0.01);
    response = curve(truth);
    double largest = largest(response);
    Arrays.setAll(response, t -> response[t] + NOISE * largest * random.nextGaussian());
  }

  static void assertRecovered(SaturationContract contract, double[] truth) {
    CurveRecovery recovery = new CurveRecovery(contract, truth);
    double[] expected = recovery.curve(truth);
    double[] found = recovery.scaledCurve(recovery.fit());
    double worst = 0;
    for (int t = 0; t < WEEKS; t++) {
      worst = Math.max(worst, Math.abs(found[t] - expected[t]));
    }
    assertThat(worst / largest(expected))
        .as(
            "largest error of the recovered curve, relative to its height; parameters %s",
            Arrays.toString(truth))
        .isLessThan(0.02);
  }

  private double[] curve(double[] parameters) {
    return new Evaluation(
            contract.component()::apply, layout, parameters, exposure, new Shape(1, WEEKS, 1))
        .exact();
  }

  /** Returns the curve times exp of the last unknown. */
  private double[] scaledCurve(double[] unknowns) {
    double[] curve = curve(Arrays.copyOf(unknowns, layout.size()));
    double factor = Math.exp(unknowns[layout.size()]);
    Arrays.setAll(curve, t -> factor * curve[t]);
    return curve;
  }

  private double[] fit() {
    double[] start = Arrays.copyOf(layout.priorCenters(), layout.size() + 1);
    return new LeastSquares(this::scaledCurve, ITERATIONS, 0).fit(start, response);
  }

  private static double largest(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
  }
}
