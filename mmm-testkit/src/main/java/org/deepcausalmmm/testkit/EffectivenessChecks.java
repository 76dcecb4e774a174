package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.deepcausalmmm.api.Effectiveness;

/** The rules for effectiveness that varies over time. */
final class EffectivenessChecks {
  private static final int WEEKS = 30;
  private static final int FEATURES = 3;
  private static final int CHANNELS = TemporalChecks.CHANNELS;

  private EffectivenessChecks() {}

  static void check(Effectiveness effectiveness) {
    SpecLayout layout = new SpecLayout(effectiveness.parameters(), 1, CHANNELS);
    Evaluation usual = evaluation(effectiveness, layout, layout.spread(0.5));
    assertThat(usual.result(DataType.FLOAT32).shape())
        .as("shape of the multipliers")
        .isEqualTo(new Shape(WEEKS, CHANNELS));
    for (double deviations : new double[] {-8, -1, 0, 1, 8}) {
      Evaluation evaluation = evaluation(effectiveness, layout, layout.spread(deviations));
      FunctionChecks.assertFinite(evaluation);
      FunctionChecks.assertFiniteSlopes(evaluation);
    }
    FunctionChecks.assertSlopesMatchDifferences(usual);
    FunctionChecks.assertDeterministic(usual, () -> usual);
    FunctionChecks.assertKeepsType(usual);
    FunctionChecks.assertLeavesNothingBehind(usual);
    TemporalChecks.assertEveryParameterUsed(usual);
    assertColumnsFollowChannels(effectiveness, layout);
  }

  private static void assertColumnsFollowChannels(Effectiveness effectiveness, SpecLayout layout) {
    double[] deviations = new double[layout.size()];
    Arrays.setAll(deviations, i -> Math.sin(3.0 * i + 1));
    double[] values = layout.fromDeviations(deviations);
    double[] straight = evaluation(effectiveness, layout, values).exact();
    double[] reordered =
        evaluation(effectiveness, layout, layout.reordered(values, TemporalChecks.ORDER)).exact();
    for (int i = 0; i < straight.length; i++) {
      int week = i / CHANNELS;
      int channel = TemporalChecks.ORDER.get(i % CHANNELS);
      assertThat(reordered[i])
          .as("multiplier of a channel that was listed elsewhere")
          .isCloseTo(straight[week * CHANNELS + channel], within(1e-12));
    }
  }

  private static Evaluation evaluation(
      Effectiveness effectiveness, SpecLayout layout, double[] values) {
    double[] calendar = new double[WEEKS * FEATURES];
    for (int t = 0; t < WEEKS; t++) {
      double year = 2 * Math.PI * t / 52.18;
      calendar[t * FEATURES] = t / (WEEKS - 1.0);
      calendar[t * FEATURES + 1] = Math.sin(year);
      calendar[t * FEATURES + 2] = Math.cos(year);
    }
    return new Evaluation(
        (input, parameters) -> effectiveness.logMultiplier(input, parameters, CHANNELS),
        layout,
        values,
        calendar,
        new Shape(WEEKS, FEATURES));
  }
}
