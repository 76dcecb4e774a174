package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.deepcausalmmm.api.Component;
import org.deepcausalmmm.api.ParameterSpec;

/** The rules for everything that components compute on arrays. */
final class FunctionChecks {
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-4;

  private FunctionChecks() {}

  static void assertFinite(Evaluation evaluation) {
    assertFinite("output", evaluation.result(DataType.FLOAT32).values(), evaluation);
  }

  static void assertFiniteSlopes(Evaluation evaluation) {
    Evaluation.Slopes slopes = evaluation.slopes(DataType.FLOAT32);
    assertFinite("slope by input", slopes.byInput(), evaluation);
    assertFinite("slope by parameter", slopes.byParameter(), evaluation);
  }

  private static void assertFinite(String what, double[] numbers, Evaluation evaluation) {
    for (int i = 0; i < numbers.length; i++) {
      assertThat(Double.isFinite(numbers[i]))
          .as(
              "%s is finite at index %d; it is %s, parameters on the estimation scale %s, input %s",
              what,
              i,
              numbers[i],
              Arrays.toString(evaluation.values()),
              Arrays.toString(evaluation.input()))
          .isTrue();
    }
  }

  /** Compares the engine's slopes with central differences, in double precision. */
  static void assertSlopesMatchDifferences(Evaluation evaluation) {
    Evaluation.Slopes slopes = evaluation.slopes(DataType.FLOAT64);
    double size = Math.abs(evaluation.weightedSum());
    assertClose(
        "input",
        slopes.byInput(),
        differences(evaluation.input(), x -> evaluation.withInput(x).weightedSum()),
        size);
    assertClose(
        "parameter",
        slopes.byParameter(),
        differences(evaluation.values(), x -> evaluation.withValues(x).weightedSum()),
        size);
  }

  private interface Scalar {
    double at(double[] point);
  }

  private static double[] differences(double[] point, Scalar function) {
    double[] result = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      double step = STEP * Math.max(1e-3, Math.abs(point[i]));
      double[] moved = point.clone();
      moved[i] = point[i] + step;
      double up = function.at(moved);
      moved[i] = point[i] - step;
      result[i] = (up - function.at(moved)) / (2 * step);
    }
    return result;
  }

  private static void assertClose(String what, double[] slopes, double[] differences, double size) {
    double largest = Arrays.stream(differences).map(Math::abs).max().orElse(0);
    for (int i = 0; i < slopes.length; i++) {
      double allowed = TOLERANCE * (Math.abs(differences[i]) + 0.01 * largest) + 1e-7 * (1 + size);
      assertThat(Math.abs(slopes[i] - differences[i]))
          .as(
              "difference of autograd (%s) and central differences (%s) by %s %d",
              slopes[i], differences[i], what, i)
          .isLessThanOrEqualTo(allowed);
    }
  }

  /** Single precision in, single precision out; double likewise. */
  static void assertKeepsType(Evaluation evaluation) {
    for (DataType type : List.of(DataType.FLOAT32, DataType.FLOAT64)) {
      assertThat(evaluation.result(type).type()).as("type of the output").isEqualTo(type);
    }
  }

  /** Compares bits: of two evaluations, of another component and of three threads at once. */
  static void assertDeterministic(Evaluation evaluation, Supplier<Evaluation> again) {
    double[] first = evaluation.result(DataType.FLOAT32).values();
    assertThat(evaluation.result(DataType.FLOAT32).values())
        .as("the same component again")
        .isEqualTo(first);
    assertThat(again.get().result(DataType.FLOAT32).values())
        .as("another component with the same options and parameters")
        .isEqualTo(first);
    assertThat(Concurrency.inThreads(3, () -> evaluation.result(DataType.FLOAT32).values()))
        .as("three threads at once")
        .allSatisfy(result -> assertThat(result).isEqualTo(first));
  }

  /**
   * Compares bits with those of a component that was loaded, whose parameters come back by name.
   *
   * @param loaded what the loaded component computes
   */
  static void assertSameWhenLoaded(
      Evaluation evaluation, Evaluation.Function loaded, Component component) {
    SpecLayout layout = evaluation.layout();
    assertThat(component.parameters().toString())
        .as("declared parameters of the component that was loaded")
        .isEqualTo(layout.specs().toString());
    Map<String, List<String>> saved = new HashMap<>();
    int at = 0;
    for (ParameterSpec spec : layout.specs()) {
      int size = layout.size(spec);
      double[] values = Arrays.copyOfRange(evaluation.values(), at, at + size);
      saved.put(spec.name(), Arrays.stream(values).mapToObj(Double::toString).toList());
      at += size;
    }
    double[] values =
        component.parameters().stream()
            .flatMap(spec -> saved.getOrDefault(spec.name(), List.of()).stream())
            .mapToDouble(Double::parseDouble)
            .toArray();
    Evaluation again =
        new Evaluation(loaded, layout, values, evaluation.input(), evaluation.shape());
    assertThat(again.result(DataType.FLOAT32).values())
        .as("output of the component that was loaded")
        .isEqualTo(evaluation.result(DataType.FLOAT32).values());
  }

  /** Checks that the inputs stay and that no array outlives the managers that the core owns. */
  static void assertLeavesNothingBehind(Evaluation evaluation) {
    try (NDManager outer = TestEngine.newManager();
        NDScope scope = new NDScope()) {
      NDManager step = outer.newSubManager();
      NDArray input =
          Evaluation.array(step, evaluation.input(), evaluation.shape(), DataType.FLOAT32);
      TestParameters parameters =
          TestParameters.of(step, evaluation.layout(), evaluation.values(), DataType.FLOAT32);
      List<double[]> before = parameters.handedOut().stream().map(Evaluation::doubles).toList();
      evaluation.function().apply(input, parameters);
      assertUntouched("the input", input, floats(evaluation.input()));
      for (int i = 0; i < before.size(); i++) {
        assertUntouched("a parameter", parameters.handedOut().get(i), before.get(i));
      }
      assertThat(outer.getManagedArrays())
          .as("managers of the arrays that were made or moved")
          .noneSatisfy(array -> assertThat(array.getManager()).isSameAs(outer));
      step.close();
      assertThat(ScopeContents.alive(scope))
          .as("arrays that are left when the core has closed its manager")
          .isEmpty();
    }
  }

  private static void assertUntouched(String what, NDArray array, double[] before) {
    assertThat(array.isReleased()).as("%s was closed", what).isFalse();
    assertThat(Evaluation.doubles(array)).as("%s afterwards", what).isEqualTo(before);
  }

  private static double[] floats(double[] numbers) {
    return Arrays.stream(numbers).map(number -> (float) number).toArray();
  }
}
