package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deepcausalmmm.data.Weeks;
import org.junit.jupiter.api.Test;

class WeeklySeriesTest {
  private static final Weeks WEEKS = Weeks.from(1, 120);

  @Test
  void takesSeasonAndTrendOutAndLeavesTheRest() {
    double[] x = new double[120];
    Arrays.setAll(
        x,
        t ->
            3
                + 0.01 * t
                + 0.4 * Math.sin(WEEKS.yearAngle(t))
                - 0.2 * Math.cos(2 * WEEKS.yearAngle(t)));
    x[7] = Double.NaN;
    double[] rest = WeeklySeries.withoutSeason(x, WEEKS);
    assertThat(rest[7]).isNaN();
    rest[7] = 0;
    assertThat(rest).containsExactly(new double[120], within(1e-6));
    x[60] += 1;
    assertThat(WeeklySeries.withoutSeason(x, WEEKS)[60]).isBetween(0.8, 1.0);
  }

  @Test
  void leavesAJumpOfTheLevelThatSeasonsWouldBendToFollow() {
    double[] x = new double[120];
    Arrays.setAll(x, t -> 0.01 * t + 0.4 * Math.sin(WEEKS.yearAngle(t)) + (t < 60 ? 0 : 0.3));
    assertThat(jump(WeeklySeries.withoutSeasonAroundJump(x, WEEKS))).isCloseTo(0.3, within(1e-6));
    assertThat(jump(WeeklySeries.withoutSeason(x, WEEKS))).isLessThan(0.28);
  }

  private static double jump(double[] rest) {
    return (rest[61] + rest[60] - rest[59] - rest[58]) / 2;
  }

  @Test
  void correlatesOverTheWeeksThatBothKnow() {
    double[] x = {1, 2, 3, Double.NaN, 5};
    double[] y = {2, 4, 6, 100, 10};
    assertThat(WeeklySeries.correlation(x, y)).isCloseTo(1, within(1e-12));
    assertThat(WeeklySeries.correlation(x, new double[5])).isZero();
  }

  @Test
  void ignoresMissingWeeksInTheStandardDeviation() {

    assertThat(WeeklySeries.sd(new double[] {1, Double.NaN, 3})).isEqualTo(1);
  }
}
