package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Temporal;

/** The checks of the temporal contract. */
final class TemporalChecks {
  static final int CHANNELS = 3;
  static final List<Integer> ORDER = List.of(2, 0, 1);

  private TemporalChecks() {}

  static SpecLayout layout(TemporalContract contract) {
    return new SpecLayout(contract.component().parameters(), 1, CHANNELS);
  }

  /** Evaluates the kernel; its input is a number that nobody reads. */
  static Evaluation kernel(TemporalContract contract, double[] parameters) {
    return kernel(contract.component(), layout(contract), parameters);
  }

  static Evaluation kernel(Temporal temporal, SpecLayout layout, double[] parameters) {
    return new Evaluation(
        (input, values) -> temporal.kernel(values, layout.channels()),
        layout,
        parameters,
        new double[1],
        new Shape(1));
  }

  static void assertShape(TemporalContract contract) {
    Temporal temporal = contract.component();
    assertThat(temporal.maxLag()).as("greatest lag").isNotNegative();
    for (int channels : List.of(1, 2, 5)) {
      SpecLayout layout = new SpecLayout(temporal.parameters(), 1, channels);
      assertThat(kernel(temporal, layout, layout.priorCenters()).result(DataType.FLOAT32).shape())
          .as("shape of the kernel of %d channels", channels)
          .isEqualTo(new Shape(channels, temporal.maxLag() + 1));
    }
  }

  static void assertRowsAreShares(TemporalContract contract, double[] parameters) {
    double[] kernel = kernel(contract, parameters).result(DataType.FLOAT32).values();
    int lags = kernel.length / CHANNELS;
    for (int c = 0; c < CHANNELS; c++) {
      double[] row = Arrays.copyOfRange(kernel, c * lags, (c + 1) * lags);
      String where =
          "row %s of the kernel, parameters on the estimation scale %s"
              .formatted(Arrays.toString(row), Arrays.toString(parameters));
      for (double share : row) {
        assertThat(share).as(where).isFinite().isNotNegative();
      }
      assertThat(Arrays.stream(row).sum()).as("sum of " + where).isCloseTo(1, within(1e-5));
    }
  }

  static void assertRowsFollowChannels(TemporalContract contract, double[] parameters) {
    SpecLayout layout = layout(contract);
    assertBlocksFollowChannels(
        kernel(contract, parameters).exact(),
        kernel(contract, layout.reordered(parameters, ORDER)).exact());
  }

  /** Compares [channel, ...] with what came out for the channels in another order. */
  private static void assertBlocksFollowChannels(double[] straight, double[] reordered) {
    int width = straight.length / CHANNELS;
    for (int c = 0; c < CHANNELS; c++) {
      int from = ORDER.get(c) * width;
      assertThat(Arrays.copyOfRange(reordered, c * width, (c + 1) * width))
          .as("row of a channel that was listed elsewhere")
          .containsExactly(Arrays.copyOfRange(straight, from, from + width), within(1e-12));
    }
  }

  static void assertEveryParameterUsed(Evaluation evaluation) {
    double[] slopes = evaluation.slopes(DataType.FLOAT64).byParameter();
    int at = 0;
    for (ParameterSpec spec : evaluation.layout().specs()) {
      int size = evaluation.layout().size(spec);
      assertThat(Arrays.stream(slopes, at, at + size).map(Math::abs).max().orElse(0))
          .as("largest slope of the output by parameter '%s'", spec.name())
          .isGreaterThan(0);
      at += size;
    }
  }
}
