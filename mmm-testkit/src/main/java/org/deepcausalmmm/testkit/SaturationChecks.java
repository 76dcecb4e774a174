package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Saturation;

/** The checks of the saturation contract. */
final class SaturationChecks {
  /** Exposures from none over the average, which is 1, to far beyond anything observed. */
  static final double[] EXPOSURES = {
    0, 1e-30, 1e-12, 1e-8, 1e-5, 1e-3, 0.02, 0.1, 0.3, 0.6, 0.9, 1, 1.2, 1.7, 2.5, 4, 8, 20, 100,
    1e4
  };

  private static final int REGIONS = 2;
  private static final int CHANNELS = 3;

  private SaturationChecks() {}

  static SpecLayout layout(SaturationContract contract) {
    return new SpecLayout(contract.component().parameters(), REGIONS, CHANNELS);
  }

  /** Evaluates the same exposures as weeks of every region and channel. */
  static Evaluation evaluation(SaturationContract contract, double[] parameters, double... weeks) {
    double[] input = new double[REGIONS * weeks.length * CHANNELS];
    for (int i = 0; i < input.length; i++) {
      input[i] = weeks[i / CHANNELS % weeks.length];
    }
    return new Evaluation(
        contract.component()::apply,
        layout(contract),
        parameters,
        input,
        new Shape(REGIONS, weeks.length, CHANNELS));
  }

  static void assertNeverFalls(SaturationContract contract, double[] parameters) {
    double[] responses = evaluation(contract, parameters, EXPOSURES).exact();
    int weeks = EXPOSURES.length;
    for (int i = 0; i < responses.length; i++) {
      int week = i / CHANNELS % weeks;
      double before = week == 0 ? 0 : responses[i - CHANNELS];
      assertThat(responses[i])
          .as(
              "response to exposure %s after %s to exposure %s, parameters on the estimation"
                  + " scale %s",
              EXPOSURES[week],
              before,
              week == 0 ? 0 : EXPOSURES[week - 1],
              Arrays.toString(parameters))
          .isGreaterThanOrEqualTo(before - 1e-12 * Math.abs(before));
    }
  }

  /**
   * Compares two exposures beyond all bounds: a logarithm doubles between them, a root explodes.
   */
  static void assertLevelsOff(SaturationContract contract, double[] parameters) {
    double[] responses = evaluation(contract, parameters, 1e20, 1e40).exact();
    for (int i = 0; i < responses.length; i++) {
      if (i / CHANNELS % 2 == 1) {
        assertThat(responses[i])
            .as(
                "response to exposure 1e40 after %s to exposure 1e20, parameters on the estimation"
                    + " scale %s",
                responses[i - CHANNELS], Arrays.toString(parameters))
            .isLessThanOrEqualTo(1.5 * responses[i - CHANNELS]);
      }
    }
  }

  static void assertCellByCell(SaturationContract contract, double[] parameters) {
    Evaluation.Function apply = contract.component()::apply;
    SpecLayout layout = layout(contract);
    int weeks = 4;
    double[] input = new double[2 * REGIONS * weeks * CHANNELS];
    Arrays.setAll(input, i -> i % 7 == 0 ? 0 : Math.exp(2 * Math.sin(i)));
    Shape shape = new Shape(2, REGIONS, weeks, CHANNELS);
    Evaluation.Result whole =
        new Evaluation(apply, layout, parameters, input, shape).result(DataType.FLOAT64);
    assertThat(whole.shape()).as("shape of the response").isEqualTo(shape);
    for (int i = 0; i < input.length; i += 5) {
      int channel = i % CHANNELS;
      int region = i / (CHANNELS * weeks) % REGIONS;
      double[] alone =
          new Evaluation(
                  apply,
                  layout.single(),
                  layout.valuesAt(parameters, region, channel),
                  new double[] {input[i]},
                  new Shape(1, 1, 1))
              .exact();
      assertThat(whole.values()[i])
          .as("response of cell %d in an array of shape %s, against the cell alone", i, shape)
          .isCloseTo(alone[0], within(1e-9 * (1 + Math.abs(alone[0]))));
    }
  }

  static void assertBatches(SaturationContract contract, double[] first, double[] second) {
    SpecLayout layout = layout(contract);
    if (layout.specs().stream().anyMatch(spec -> !spec.inner().isEmpty())) {
      return; // the weights of a network have no place for a leading axis
    }
    Saturation saturation = contract.component();
    Evaluation one = evaluation(contract, first, 0, 0.3, 1, 3);
    double[] expected = concat(one.exact(), one.withValues(second).exact());
    try (NDManager manager = TestEngine.newManager()) {
      NDArray exposure =
          Evaluation.array(manager, one.input(), one.shape(), DataType.FLOAT64).expandDims(0);
      NDArray batch =
          saturation.apply(
              exposure.repeat(0, 2),
              TestParameters.batch(manager, layout, List.of(first, second), DataType.FLOAT64));
      assertThat(Evaluation.doubles(batch))
          .as("responses with two sets of parameters at once")
          .containsExactly(expected, within(1e-9));
    }
  }

  static void assertEveryParameterUsed(SaturationContract contract) {
    SpecLayout layout = layout(contract);
    double[] slopes =
        evaluation(contract, layout.spread(0.5), 0.2, 0.7, 1.3, 3)
            .slopes(DataType.FLOAT64)
            .byParameter();
    int at = 0;
    for (ParameterSpec spec : layout.specs()) {
      double largest =
          Arrays.stream(slopes, at, at + layout.size(spec)).map(Math::abs).max().orElse(0);
      assertThat(largest)
          .as("largest slope of the response by parameter '%s'", spec.name())
          .isGreaterThan(0);
      at += layout.size(spec);
    }
  }

  private static double[] concat(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
