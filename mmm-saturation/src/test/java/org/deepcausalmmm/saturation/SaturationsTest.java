package org.deepcausalmmm.saturation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.api.SaturationFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SaturationsTest {
  /** Exposures from none over tiny ones, which a logarithm could spoil, to far beyond any. */
  private static final double[] EXPOSURES = {
    0, 1e-30, 1e-12, 1e-9, 1e-6, 1e-3, .01, .1, .3, .5, .8, 1, 1.5, 2, 3, 5, 10, 100, 1e4
  };

  /** Three channels: far below, at and above the centers of the priors. */
  private static final double[] FACTORS = {.4, 1, 2.5};

  static Stream<Arguments> curves() {
    return Stream.of("hill", "logistic", "michaelis-menten", "tanh", "none")
        .flatMap(
            id ->
                Stream.of(DataType.FLOAT32, DataType.FLOAT64).map(type -> Arguments.of(id, type)));
  }

  @Test
  void serviceLoaderFindsEachCurveOnce() {
    assertThat(ServiceLoader.load(SaturationFactory.class))
        .extracting(factory -> factory.info().id())
        .containsExactlyInAnyOrder("hill", "logistic", "michaelis-menten", "tanh", "none");
  }

  @ParameterizedTest
  @MethodSource("curves")
  void noExposureGivesExactlyNoResponse(String id, DataType type) {
    try (NDScope scope = new NDScope();
        NDManager manager = manager()) {
      scope.suppressNotUsedWarning();
      NDArray exposure = manager.zeros(new Shape(2, 3, FACTORS.length), type);
      assertThat(doubles(curve(id).apply(exposure, perChannel(manager, id, type))))
          .containsOnly(0.0);
    }
  }

  @ParameterizedTest
  @MethodSource("curves")
  void responseNeverFallsAndKeepsShapeAndType(String id, DataType type) {
    try (NDScope scope = new NDScope();
        NDManager manager = manager()) {
      scope.suppressNotUsedWarning();
      NDArray exposure = grid(manager, type);
      NDArray response = curve(id).apply(exposure, perChannel(manager, id, type));
      assertThat(response.getShape()).isEqualTo(exposure.getShape());
      assertThat(response.getDataType()).isEqualTo(type);
      double rounding = type == DataType.FLOAT32 ? 2e-7 : 1e-15;
      double[] values = doubles(response);
      int channels = FACTORS.length;
      for (int i = channels; i < values.length; i++) {
        assertThat(values[i]).isGreaterThanOrEqualTo(values[i - channels] - rounding);
      }
      for (int c = 0; c < channels; c++) {
        assertThat(values[values.length - channels + c]).isGreaterThan(.9);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("curves")
  void gradientsAreFiniteFromNoExposureOn(String id, DataType type) {
    try (NDScope scope = new NDScope();
        NDManager manager = manager()) {
      scope.suppressNotUsedWarning();
      NDArray exposure = grid(manager, type);
      FixedParameters parameters = perChannel(manager, id, type);
      exposure.setRequiresGradient(true);
      parameters.values().values().forEach(value -> value.setRequiresGradient(true));
      try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        collector.backward(curve(id).apply(exposure, parameters).sum());
      }
      assertThat(Arrays.stream(doubles(exposure.getGradient())))
          .allMatch(slope -> Double.isFinite(slope) && slope >= 0)
          .anyMatch(slope -> slope > 0);
      for (NDArray value : parameters.values().values()) {
        assertThat(Arrays.stream(doubles(value.getGradient())))
            .allMatch(slope -> Double.isFinite(slope) && slope != 0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("curves")
  void parametersBroadcastOverLeadingAxes(String id, DataType type) {
    int draws = 2;
    int regions = 2;
    int weeks = 4;
    int channels = FACTORS.length;
    try (NDScope scope = new NDScope();
        NDManager manager = manager()) {
      scope.suppressNotUsedWarning();
      double[] flat = new double[draws * regions * weeks * channels];
      Arrays.setAll(flat, i -> i % 7 * .4);
      NDArray exposure = array(manager, flat, type, draws, regions, weeks, channels);
      double[] factors = new double[draws * regions * channels];
      Arrays.setAll(factors, i -> .5 + .1 * i);
      NDArray factor = array(manager, factors, type, draws, regions, 1, channels);
      NDArray response = curve(id).apply(exposure, scaled(manager, id, factor));
      assertThat(response.getShape()).isEqualTo(exposure.getShape());
      double[] values = doubles(response);
      for (int i = 0; i < flat.length; i++) {
        int place = i / (weeks * channels) * channels + i % channels;
        assertThat(values[i])
            .isEqualTo(formula(id, factors[place]).applyAsDouble(flat[i]), tolerance(type));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("curves")
  void responseFollowsTheFormula(String id, DataType type) {
    try (NDScope scope = new NDScope();
        NDManager manager = manager()) {
      scope.suppressNotUsedWarning();
      double[] exposures = {0, .01, .1, .5, 1, 2, 5};
      for (double factor : FACTORS) {
        NDArray exposure = array(manager, exposures, type, 1, exposures.length, 1);
        NDArray one = array(manager, new double[] {factor}, type, 1);
        double[] values = doubles(curve(id).apply(exposure, scaled(manager, id, one)));
        double[] expected = Arrays.stream(exposures).map(formula(id, factor)).toArray();
        assertThat(values).containsExactly(expected, tolerance(type));
      }
    }
  }

  /** Returns the curve in its textbook form, with each parameter at factor times its center. */
  private static DoubleUnaryOperator formula(String id, double factor) {
    Map<String, Double> at = new HashMap<>();
    curve(id).parameters().forEach(spec -> at.put(spec.name(), spec.prior().center() * factor));
    return switch (id) {
      case "hill" -> {
        double slope = at.get("slope");
        double half = Math.pow(at.get("half_saturation"), slope);
        yield a -> Math.pow(a, slope) / (Math.pow(a, slope) + half);
      }
      case "logistic" -> {
        double steepness = at.get("steepness");
        yield a -> (1 - Math.exp(-steepness * a)) / (1 + Math.exp(-steepness * a));
      }
      case "michaelis-menten" -> a -> a / (a + at.get("half_saturation"));
      case "tanh" -> a -> Math.tanh(a / at.get("scale"));
      case "none" -> a -> a;
      default -> throw new IllegalArgumentException(id);
    };
  }

  private static Saturation curve(String id) {
    return ServiceLoader.load(SaturationFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(factory -> factory.info().id().equals(id))
        .findFirst()
        .orElseThrow()
        .create(new Options(Map.of()));
  }

  private static FixedParameters perChannel(NDManager manager, String id, DataType type) {
    return scaled(manager, id, array(manager, FACTORS, type, FACTORS.length));
  }

  private static FixedParameters scaled(NDManager manager, String id, NDArray factor) {
    Map<String, NDArray> values = new HashMap<>();
    List<ParameterSpec> specs = curve(id).parameters();
    specs.forEach(spec -> values.put(spec.name(), factor.mul(spec.prior().center())));
    return new FixedParameters(manager, values);
  }

  /** Returns the exposures [1, week, channel], the same for each channel. */
  private static NDArray grid(NDManager manager, DataType type) {
    int channels = FACTORS.length;
    double[] flat = new double[EXPOSURES.length * channels];
    Arrays.setAll(flat, i -> EXPOSURES[i / channels]);
    return array(manager, flat, type, 1, EXPOSURES.length, channels);
  }

  private static NDManager manager() {
    return NDManager.newBaseManager("PyTorch");
  }

  private static NDArray array(NDManager manager, double[] values, DataType type, long... shape) {
    return manager.create(values, new Shape(shape)).toType(type, false);
  }

  private static double[] doubles(NDArray array) {
    return array.toType(DataType.FLOAT64, false).toDoubleArray();
  }

  private static Offset<Double> tolerance(DataType type) {
    return within(type == DataType.FLOAT32 ? 1e-6 : 1e-12);
  }
}
