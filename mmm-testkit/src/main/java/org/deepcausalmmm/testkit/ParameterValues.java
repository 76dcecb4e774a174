package org.deepcausalmmm.testkit;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random values of declared parameters. */
final class ParameterValues {
  private static final double FAR = 10;

  private ParameterValues() {}

  /**
   * Generates values that data may show: within one and a half standard deviations of the prior
   * centers, and for networks, whose many weights add up, within half of one.
   */
  static Arbitrary<double[]> plausible(SpecLayout layout) {
    boolean network = layout.specs().stream().anyMatch(spec -> !spec.inner().isEmpty());
    return within(network ? 0.5 : 1.5, layout);
  }

  /** Generates values within three standard deviations of the prior centers. */
  static Arbitrary<double[]> likely(SpecLayout layout) {
    return within(3, layout);
  }

  private static Arbitrary<double[]> within(double deviations, SpecLayout layout) {
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
  static Arbitrary<double[]> extreme(SpecLayout layout) {
    double[] centers = layout.priorCenters();
    return Arbitraries.of(-FAR, -FAR / 2, 0.0, FAR / 2, FAR)
        .array(Double[].class)
        .ofSize(layout.size())
        .map(
            far -> {
              double[] values = centers.clone();
              Arrays.setAll(values, i -> far[i] == 0 ? centers[i] : far[i]);
              return values;
            });
  }

  /** Generates either. */
  static Arbitrary<double[]> any(SpecLayout layout) {
    return Arbitraries.oneOf(likely(layout), extreme(layout));
  }
}
