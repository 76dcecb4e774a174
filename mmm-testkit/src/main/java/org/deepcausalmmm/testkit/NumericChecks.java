package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deepcausalmmm.api.Axis;
import org.deepcausalmmm.api.KernelFunction;
import org.deepcausalmmm.api.NumericParameters;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.ResponseFunction;

/**
 * The comparison of what a component computes in plain Java with what the tensor engine computes.
 */
final class NumericChecks {
  private static final double TOLERANCE = 1e-5;

  /** Below it a number is rounding alone. */
  private static final double LEAST = 1e-10;

  private NumericChecks() {}

  /** Values of parameters, or sums of derivatives, by name. */
  private record Values(Map<String, double[]> byName) implements NumericParameters {
    static Values of(SpecLayout layout, double[] free) {
      Map<String, double[]> byName = new LinkedHashMap<>();
      int at = 0;
      for (ParameterSpec spec : layout.specs()) {
        double[] own = Arrays.copyOfRange(free, at, at + layout.size(spec));
        Arrays.setAll(own, i -> spec.constraint().constrain(own[i]));
        byName.put(spec.name(), own);
        at += own.length;
      }
      return new Values(byName);
    }

    static Values zeros(SpecLayout layout) {
      Map<String, double[]> byName = new LinkedHashMap<>();
      layout.specs().forEach(spec -> byName.put(spec.name(), new double[layout.size(spec)]));
      return new Values(byName);
    }

    @Override
    public double[] get(String name) {
      double[] found = byName.get(name);
      if (found == null) {
        throw new IllegalArgumentException("Parameter '" + name + "' was not declared.");
      }
      return found;
    }
  }

  static void assertKernelAgrees(KernelFunction function, Evaluation evaluation) {
    SpecLayout layout = evaluation.layout();
    Values values = Values.of(layout, evaluation.values());
    double[][] kernel = function.kernel(values, layout.channels());
    double[] flat = Arrays.stream(kernel).flatMapToDouble(Arrays::stream).toArray();
    assertClose("kernel", flat, evaluation.exact());
    double[] weights = Evaluation.weights(flat.length);
    int lags = kernel[0].length;
    double[][] rows = new double[kernel.length][];
    Arrays.setAll(rows, c -> Arrays.copyOfRange(weights, c * lags, (c + 1) * lags));
    Values gradient = Values.zeros(layout);
    function.addGradient(values, kernel, rows, gradient);
    assertClose(
        "slope of the kernel by parameter",
        onEstimationScale(layout, gradient, evaluation.values()),
        evaluation.slopes(DataType.FLOAT64).byParameter());
  }

  /**
   * Compares responses of all channels.
   *
   * @param evaluation whose input is [region, week, channel]
   */
  static void assertResponseAgrees(ResponseFunction function, Evaluation evaluation) {
    SpecLayout layout = evaluation.layout();
    assertThat(layout.specs())
        .as("parameters of a response in plain Java vary by channel alone")
        .allSatisfy(
            spec -> {
              assertThat(spec.axes()).doesNotContain(Axis.REGION);
              assertThat(spec.inner()).isEmpty();
            });
    int channels = layout.channels();
    int cells = evaluation.input().length / channels;
    double[] weights = Evaluation.weights(evaluation.input().length);
    double[] response = new double[evaluation.input().length];
    double[] byInput = new double[response.length];
    double[] byParameter = new double[layout.size()];
    for (int c = 0; c < channels; c++) {
      double[] exposure = new double[cells];
      for (int i = 0; i < cells; i++) {
        exposure[i] = evaluation.input()[layout.index(i, c)];
      }
      double[] free = layout.valuesAt(evaluation.values(), 0, c);
      double[] own = new double[free.length];
      for (int p = 0; p < own.length; p++) {
        own[p] = layout.specs().get(p).constraint().constrain(free[p]);
      }
      double[] found = new double[cells];
      double[] byExposure = new double[cells];
      double[][] by = new double[own.length][cells];
      function.differentiate(own, exposure, cells, found, byExposure, by);
      double[] alone = new double[cells];
      function.respond(own, exposure, cells, alone);
      assertThat(alone)
          .as("responses with and without slopes")
          .containsExactly(found, within(1e-14));
      int at = 0;
      for (int p = 0; p < own.length; p++) {
        ParameterSpec spec = layout.specs().get(p);
        int index = at + (spec.axes().contains(Axis.CHANNEL) ? c : 0);
        for (int i = 0; i < cells; i++) {
          byParameter[index] +=
              weights[layout.index(i, c)] * by[p][i] * spec.constraint().slope(free[p]);
        }
        at += layout.size(spec);
      }
      for (int i = 0; i < cells; i++) {
        response[layout.index(i, c)] = found[i];
        byInput[layout.index(i, c)] = weights[layout.index(i, c)] * byExposure[i];
      }
    }
    assertClose("response", response, evaluation.exact());
    Evaluation.Slopes slopes = evaluation.slopes(DataType.FLOAT64);
    assertClose("slope of the response by exposure", byInput, slopes.byInput());
    assertClose("slope of the response by parameter", byParameter, slopes.byParameter());
  }

  private static double[] onEstimationScale(SpecLayout layout, Values gradient, double[] free) {
    double[] slopes = new double[layout.size()];
    int at = 0;
    for (ParameterSpec spec : layout.specs()) {
      for (double slope : gradient.get(spec.name())) {
        slopes[at] = slope * spec.constraint().slope(free[at]);
        at++;
      }
    }
    return slopes;
  }

  private static void assertClose(String what, double[] found, double[] expected) {
    assertThat(found).as(what + ", how many").hasSameSizeAs(expected);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i])
          .as("%s in plain Java and in the engine, at %d", what, i)
          .isCloseTo(
              expected[i], within(TOLERANCE * (1e-3 * largest + Math.abs(expected[i])) + LEAST));
    }
  }
}
