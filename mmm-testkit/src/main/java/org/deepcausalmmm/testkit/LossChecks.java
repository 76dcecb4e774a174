package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.deepcausalmmm.api.Loss;

/** The checks of the loss contract. */
final class LossChecks {
  static final double[] RESIDUALS = {
    0, 1e-20, 1e-4, -1e-4, 0.1, -0.1, 0.5, 1, -1, 1.345, 2, -3, 5, 10, -30, 1e3, -1e4
  };

  static final int CELLS = 20_001;

  private LossChecks() {}

  static SpecLayout layout(LossContract contract) {
    return new SpecLayout(contract.component().parameters(), 1, 1);
  }

  static Evaluation evaluation(LossContract contract, double[] parameters, double... residuals) {
    return evaluation(contract, parameters, residuals, new Shape(residuals.length));
  }

  private static Evaluation evaluation(
      LossContract contract, double[] parameters, double[] residuals, Shape shape) {
    return new Evaluation(
        contract.component()::negativeLogDensity, layout(contract), parameters, residuals, shape);
  }

  static void assertSymmetricAndRising(LossContract contract, double[] parameters) {
    double[] sizes = {0, 1e-3, 0.1, 0.4, 0.9, 1.2, 1.345, 1.6, 2, 3, 5, 10, 100, 1e4};
    double[] negative = Arrays.stream(sizes).map(size -> -size).toArray();
    double[] above = evaluation(contract, parameters, sizes).exact();
    double[] below = evaluation(contract, parameters, negative).exact();
    for (int i = 0; i < sizes.length; i++) {
      double rounding = 1e-12 * (1 + Math.abs(above[i]));
      assertThat(below[i])
          .as("score of residual %s, against that of %s", -sizes[i], sizes[i])
          .isCloseTo(above[i], within(rounding));
      if (i > 0) {
        assertThat(above[i])
            .as("score of residual %s, against that of %s", sizes[i], sizes[i - 1])
            .isGreaterThanOrEqualTo(above[i - 1] - rounding);
      }
    }
  }

  /**
   * Integrates the density over the whole line by the midpoint rule in the angle whose tangent is
   * the residual, which is exact enough for tails as heavy as Cauchy's.
   */
  static void assertNormalized(LossContract contract, double[] parameters) {
    double[] residuals = grid();
    double[] scores = evaluation(contract, parameters, residuals).exact();
    double sum = 0;
    for (int i = 0; i < CELLS; i++) {
      sum += Math.exp(-scores[i]) * width(residuals[i]);
    }
    assertThat(sum)
        .as(
            "integral of the density, parameters on the estimation scale %s",
            Arrays.toString(parameters))
        .isCloseTo(1, within(1e-3));
  }

  /** Returns residuals whose cells cover the line. */
  static double[] grid() {
    double[] residuals = new double[CELLS];
    Arrays.setAll(residuals, i -> Math.tan((i + 0.5) * Math.PI / CELLS - Math.PI / 2));
    return residuals;
  }

  /** Returns how wide the cell of a residual is. */
  static double width(double residual) {
    return (1 + residual * residual) * Math.PI / CELLS;
  }

  static void assertResidualByResidual(LossContract contract, double[] parameters) {
    double[] residuals = new double[24];
    Arrays.setAll(residuals, i -> 3 * Math.sin(1 + i));
    for (Shape shape : new Shape[] {new Shape(24), new Shape(4, 6), new Shape(2, 3, 4)}) {
      Evaluation.Result whole =
          evaluation(contract, parameters, residuals, shape).result(DataType.FLOAT64);
      assertThat(whole.shape()).as("shape of the scores").isEqualTo(shape);
      for (int i = 0; i < residuals.length; i += 5) {
        assertThat(whole.values()[i])
            .as("score of a residual in an array of shape %s, against it alone", shape)
            .isCloseTo(evaluation(contract, parameters, residuals[i]).exact()[0], within(1e-9));
      }
    }
  }

  static void assertAtMostOneNumber(Loss loss) {
    assertThat(loss.parameters())
        .as("parameters of a loss")
        .hasSizeLessThanOrEqualTo(1)
        .allSatisfy(
            spec -> {
              assertThat(spec.axes()).as("axes of '%s'", spec.name()).isEmpty();
              assertThat(spec.inner()).as("inner axes of '%s'", spec.name()).isEmpty();
            });
  }
}
