package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;

/**
 * Fits a curve to responses that were simulated with known parameters, and compares the curves.
 *
 * <p>The fit is the Levenberg-Marquardt method (Marquardt 1963) on the scale of estimation, with
 * the coefficient of the channel as one more unknown. It starts at what is believed. Curves are
 * compared and not parameters, because two parameters may describe nearly the same curve.
 */
final class CurveRecovery {
  private static final int WEEKS = 60;
  private static final int ITERATIONS = 100;
  private static final double STEP = 1e-6;
  private static final double NOISE = 0.002;

  private final SaturationContract contract;
  private final ParameterLayout layout;
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

  /** Gives the curve times exp of the last unknown. */
  private double[] scaledCurve(double[] unknowns) {
    double[] curve = curve(Arrays.copyOf(unknowns, layout.size()));
    double factor = Math.exp(unknowns[layout.size()]);
    Arrays.setAll(curve, t -> factor * curve[t]);
    return curve;
  }

  private double[] fit() {
    double[] unknowns = Arrays.copyOf(layout.believed(), layout.size() + 1);
    double damping = 1e-2;
    double error = error(unknowns);
    for (int i = 0; i < ITERATIONS && damping < 1e12; i++) {
      double[] moved = step(unknowns, damping);
      double newError = error(moved);
      if (newError < error) {
        unknowns = moved;
        error = newError;
        damping /= 5;
      } else {
        damping *= 5;
      }
    }
    return unknowns;
  }

  private double error(double[] unknowns) {
    double[] curve = scaledCurve(unknowns);
    double sum = 0;
    for (int t = 0; t < WEEKS; t++) {
      sum += (curve[t] - response[t]) * (curve[t] - response[t]);
    }
    return sum;
  }

  private double[] step(double[] unknowns, double damping) {
    int n = unknowns.length;
    double[] curve = scaledCurve(unknowns);
    double[][] slopes = new double[n][];
    for (int j = 0; j < n; j++) {
      double[] moved = unknowns.clone();
      moved[j] += STEP;
      double[] other = scaledCurve(moved);
      slopes[j] = new double[WEEKS];
      for (int t = 0; t < WEEKS; t++) {
        slopes[j][t] = (other[t] - curve[t]) / STEP;
      }
    }
    double[][] system = new double[n][n + 1];
    for (int j = 0; j < n; j++) {
      for (int t = 0; t < WEEKS; t++) {
        system[j][n] += slopes[j][t] * (response[t] - curve[t]);
        for (int k = 0; k < n; k++) {
          system[j][k] += slopes[j][t] * slopes[k][t];
        }
      }
    }
    for (int j = 0; j < n; j++) {
      system[j][j] += damping * (system[j][j] + 1e-9);
    }
    double[] change = solve(system);
    double[] result = unknowns.clone();
    Arrays.setAll(result, j -> unknowns[j] + change[j]);
    return result;
  }

  /** Solves a positive definite system, given with its right side, by elimination. */
  private static double[] solve(double[][] system) {
    int n = system.length;
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        if (i != j) {
          double factor = system[i][j] / system[j][j];
          for (int k = j; k <= n; k++) {
            system[i][k] -= factor * system[j][k];
          }
        }
      }
    }
    double[] solution = new double[n];
    Arrays.setAll(solution, j -> system[j][n] / system[j][j]);
    return solution;
  }

  private static double largest(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
  }
}
