package org.deepcausalmmm.saturation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TabulatedExponentialTest {
  @Test
  void agreesWithTheStandardLibrary() {
    for (double x = -60; x < 60; x += 0.0137) {
      double exponential = Math.exp(x);
      assertThat(TabulatedExponential.exp(x)).isCloseTo(exponential, within(2e-14 * exponential));
      assertThat(TabulatedExponential.log(exponential)).isCloseTo(x, within(2e-14));
    }
    assertThat(TabulatedExponential.log(1)).isCloseTo(0, within(1e-15));
  }

  @Test
  void staysFiniteFarOut() {
    assertThat(TabulatedExponential.exp(1e6)).isFinite().isGreaterThan(1e300);
    assertThat(TabulatedExponential.exp(-1e6)).isPositive().isLessThan(1e-300);
  }
}
