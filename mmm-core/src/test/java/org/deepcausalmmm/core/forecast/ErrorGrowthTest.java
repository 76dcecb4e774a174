package org.deepcausalmmm.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErrorGrowthTest {
  private static final double[] COUNT = {4, 4, 4, 4};

  @Test
  void findsTheLine() {
    ErrorGrowth line = ErrorGrowth.fit(new double[] {4 * 3, 4 * 5, 4 * 7, 4 * 9}, COUNT);
    assertThat(line.start()).isCloseTo(1, within(1e-9));
    assertThat(line.step()).isCloseTo(2, within(1e-9));
    assertThat(line.at(10)).isCloseTo(21, within(1e-9));
  }

  @Test
  void neverFalls() {
    ErrorGrowth line = ErrorGrowth.fit(new double[] {36, 28, 20, 12}, COUNT);
    assertThat(line.step()).isZero();
    assertThat(line.start()).isCloseTo(6, within(1e-9));
  }

  @Test
  void neverStartsBelowZero() {
    ErrorGrowth line = ErrorGrowth.fit(new double[] {0, 4, 40, 80}, COUNT);
    assertThat(line.start()).isZero();
    assertThat(line.step()).isPositive();
  }

  @Test
  void isNothingWithoutErrors() {
    assertThat(ErrorGrowth.fit(new double[4], new double[4])).isEqualTo(new ErrorGrowth(0, 0));
  }

  @Test
  void mixesByWeight() {
    ErrorGrowth mixed = new ErrorGrowth(1, 2).mixedWith(new ErrorGrowth(4, 8), 2, 1);
    assertThat(mixed.start()).isCloseTo(2, within(1e-12));
    assertThat(mixed.step()).isCloseTo(4, within(1e-12));
    assertThat(mixed.times(2).at(0)).isCloseTo(4, within(1e-12));
  }
}
