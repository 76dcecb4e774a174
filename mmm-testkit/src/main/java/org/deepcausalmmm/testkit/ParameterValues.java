package org.deepcausalmmm.testkit;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generates values of declared parameters. */
final class ParameterValues {
  private static final double FAR = 10;

  private ParameterValues() {}

  /**
   * Generates values that data may show: within one and a half standard deviations of what is
   * believed, and for networks, whose many weights add up, within half of one.
   */
  static Arbitrary<double[]> plausible(ParameterLayout layout) {
    boolean network = layout.specs().stream().anyMatch(spec -> !spec.inner().isEmpty());
    return within(network ? 0.5 : 1.5, layout);
  }

  /** Generates values within three standard deviations of what is believed. */
  static Arbitrary<double[]> believed(ParameterLayout layout) {
    return within(3, layout);
  }

  private static Arbitrary<double[]> within(double deviations, ParameterLayout layout) {
    return Arbitraries.doubles()
        .between(-deviations, deviations)
        .array(double[].class)
        .ofSize(layout.size())
        .map(layout::fromDeviations);
  }

  /**
   * Generates values that reach far towards the bounds of each constraint: on the scale of
   * estimation to 10 either way, which is e^10 for a positive parameter.
   */
  static Arbitrary<double[]> extreme(ParameterLayout layout) {
    double[] believed = layout.believed();
    return Arbitraries.of(-FAR, -FAR / 2, 0.0, FAR / 2, FAR)
        .array(Double[].class)
        .ofSize(layout.size())
        .map(
            far -> {
              double[] values = believed.clone();
              Arrays.setAll(values, i -> far[i] == 0 ? believed[i] : far[i]);
              return values;
            });
  }

  /** Generates either. */
  static Arbitrary<double[]> any(ParameterLayout layout) {
    return Arbitraries.oneOf(believed(layout), extreme(layout));
  }
}
