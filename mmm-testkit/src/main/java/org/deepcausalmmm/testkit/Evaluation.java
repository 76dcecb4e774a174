package org.deepcausalmmm.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A function of an input and of parameters at one point.
 *
 * @param function what the component computes
 * @param layout the declared parameters
 * @param values of the parameters, as the layout orders them
 * @param input the numbers of the input
 * @param shape the shape of the input
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Evaluation(
    Function function, SpecLayout layout, double[] values, double[] input, Shape shape) {

  private static final int ATTEMPTS = 20;

  /** The computation of a component. */
  interface Function {
    NDArray apply(NDArray input, TestParameters parameters);
  }

  /** The result of a computation. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Result(double[] values, Shape shape, DataType type) {}

  /** The slopes of a weighted sum of the output. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Slopes(double[] byInput, double[] byParameter) {}

  Evaluation withValues(double[] newValues) {
    return new Evaluation(function, layout, newValues, input, shape);
  }

  Evaluation withInput(double[] newInput) {
    return new Evaluation(function, layout, values, newInput, shape);
  }

  /** Computes the output. */
  Result result(DataType type) {
    try (NDManager manager = TestEngine.newManager()) {
      NDArray output =
          function.apply(
              array(manager, input, shape, type), TestParameters.of(manager, layout, values, type));
      return new Result(doubles(output), output.getShape(), output.getDataType());
    }
  }

  /** Computes the output in double precision. */
  double[] exact() {
    return result(DataType.FLOAT64).values();
  }

  /**
   * Computes slopes by the engine's own differentiation.
   *
   * <p>DJL passes numbers such as the 2 in {@code x.mul(2)} in a buffer that a garbage collection
   * may free before the backward pass reads it. A computation during which garbage was collected is
   * repeated; a weakly referenced object that is created before detects it.
   */
  Slopes slopes(DataType type) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      WeakReference<Object> canary = new WeakReference<>(new Object());
      Slopes slopes = undisturbed(type);
      if (canary.get() != null) {
        return slopes;
      }
    }
    throw new IllegalStateException(
        "Garbage collections interrupted all %d attempts at a gradient: give Java more memory."
            .formatted(ATTEMPTS));
  }

  private Slopes undisturbed(DataType type) {
    try (NDManager manager = TestEngine.newManager();
        GradientCollector collector = TestEngine.collectGradients()) {
      NDArray at = array(manager, input, shape, type);
      at.setRequiresGradient(true);
      TestParameters parameters = TestParameters.of(manager, layout, values, type);
      NDArray output = function.apply(at, parameters);
      NDArray weights = array(manager, weights((int) output.size()), output.getShape(), type);
      // An output that depends on nothing has no slopes to ask for; this term gives it some.
      NDArray anchor = at.sum().mul(0);
      collector.backward(output.mul(weights).sum().add(anchor));
      double[] byParameter =
          parameters.free().values().stream()
              .flatMapToDouble(free -> DoubleStream.of(doubles(free.getGradient())))
              .toArray();
      return new Slopes(doubles(at.getGradient()), byParameter);
    }
  }

  /** Returns the weighted sum of the output whose slopes are computed. */
  double weightedSum() {
    double[] output = exact();
    double[] weights = weights(output.length);
    double sum = 0;
    for (int i = 0; i < output.length; i++) {
      sum += weights[i] * output[i];
    }
    return sum;
  }

  /** Returns weights that differ, so that errors of single entries do not cancel. */
  static double[] weights(int count) {
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      weights[i] = count == 1 ? 1 : 0.5 + Math.abs(Math.sin(1 + 2.0 * i));
    }
    return weights;
  }

  static NDArray array(NDManager manager, double[] numbers, Shape shape, DataType type) {
    if (type == DataType.FLOAT64) {
      return manager.create(numbers, shape);
    }
    float[] rounded = new float[numbers.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) numbers[i];
    }
    return manager.create(rounded, shape);
  }

  static double[] doubles(NDArray array) {
    return switch (array.getDataType()) {
      case FLOAT64 -> array.toDoubleArray();
      case FLOAT32 -> {
        float[] numbers = array.toFloatArray();
        double[] wide = new double[numbers.length];
        Arrays.setAll(wide, i -> numbers[i]);
        yield wide;
      }
      default ->
          throw new AssertionError(
              "The output is of type " + array.getDataType() + ", not of floating point.");
    };
  }
}
