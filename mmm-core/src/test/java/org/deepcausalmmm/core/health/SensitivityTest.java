package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deepcausalmmm.data.estimate.Interval;
import org.junit.jupiter.api.Test;

class SensitivityTest {
  /** With t = 10 and 100 observations f = 0.5, so that the value is (sqrt(.0625 + 1) - .25) / 2. */
  @Test
  void robustnessIsThatOfCinelliAndHazlett() {
    double standardError = 1;
    Interval contribution =
        new Interval(10, 10 - 1.645 * standardError, 10 + 1.645 * standardError);
    assertThat(Sensitivity.robustness(contribution, 100))
        .isCloseTo((Math.sqrt(1.0625) - 0.25) / 2, within(1e-12));
  }

  @Test
  void anEffectOfZeroIsNotRobust() {
    assertThat(Sensitivity.robustness(new Interval(0, -1, 1), 100)).isZero();
    assertThat(Sensitivity.robustness(new Interval(3, 3, 3), 100)).isZero();
  }

  @Test
  void biasPullsTheProbabilityOfAProfitTowardsOneHalf() {
    Interval roi = new Interval(2, 1.5, 2.7);
    double little = Sensitivity.probabilityAboveOne(roi, 0.25);
    double much = Sensitivity.probabilityAboveOne(roi, 0.7);
    assertThat(little).isGreaterThan(0.97);
    assertThat(much).isBetween(0.5, little);
    assertThat(Sensitivity.probabilityAboveOne(new Interval(1, 0.8, 1.25), 0.7))
        .isCloseTo(0.5, within(1e-12));
    assertThat(Sensitivity.probabilityAboveOne(new Interval(0.5, -1, 2), 0.7)).isZero();
  }
}
