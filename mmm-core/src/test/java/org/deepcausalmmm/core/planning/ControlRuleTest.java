package org.deepcausalmmm.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deepcausalmmm.data.Period;
import org.junit.jupiter.api.Test;

class ControlRuleTest {
  @Test
  void repeatsLastYearAtThePresentLevel() {
    double[] series = new double[104];
    for (int t = 0; t < series.length; t++) {
      series[t] = Math.sin(2 * Math.PI * t / 52) + (t >= 60 ? 3 : 0);
    }
    double[] later = ControlRule.carryOn(series, 60, Period.WEEK);
    for (int t = 0; t < later.length; t++) {
      assertThat(later[t])
          .isCloseTo(series[52 + t % 52] + (52 + t % 52 < 60 ? 3 : 0), within(3.01));
    }
    assertThat(later[0]).isCloseTo(Math.sin(0) + 3, within(1e-9));
    assertThat(later[59]).isCloseTo(later[7], within(1e-12));
  }

  @Test
  void staysAtItsLevelWithoutAYear() {
    double[] series = new double[40];
    java.util.Arrays.fill(series, 27, 40, 2);
    assertThat(ControlRule.carryOn(series, 3, Period.WEEK)).containsExactly(2, 2, 2);
  }
}
