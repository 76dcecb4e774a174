package org.deepcausalmmm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RanksTest {
  @Test
  void tiesShareTheMeanOfTheirRanks() {
    assertThat(Ranks.ranks(new double[] {3, 1, 3, 7})).containsExactly(2.5, 1, 2.5, 4);
  }

  @Test
  void rankCorrelationSeesOrderOnly() {
    double[] a = {1, 2, 3, 4};
    assertThat(Ranks.rankCorrelation(a, new double[] {1, 10, 100, 1000})).isEqualTo(1);
    assertThat(Ranks.rankCorrelation(a, new double[] {2, 1, 4, 3})).isCloseTo(0.6, within(1e-12));
    assertThat(Ranks.rankCorrelation(a, new double[] {5, 5, 5, 5})).isNaN();
  }

  @Test
  void areaUnderTheCurveCountsOrderedPairsAndHalvesTies() {
    boolean[] isTrue = {true, false, true, false};
    assertThat(Ranks.areaUnderCurve(new double[] {0.9, 0.1, 0.8, 0.2}, isTrue)).isEqualTo(1);
    assertThat(Ranks.areaUnderCurve(new double[] {0.9, 0.1, 0.1, 0.2}, isTrue))
        .isCloseTo(2.5 / 4, within(1e-12));
    assertThat(Ranks.areaUnderCurve(new double[] {0, 0, 0, 0}, isTrue)).isEqualTo(0.5);
    assertThat(Ranks.areaUnderCurve(new double[] {1, 2}, new boolean[] {false, false})).isNaN();
  }
}
