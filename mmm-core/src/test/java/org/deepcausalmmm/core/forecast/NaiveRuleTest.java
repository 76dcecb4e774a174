package org.deepcausalmmm.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.Weeks;
import org.junit.jupiter.api.Test;

class NaiveRuleTest {
  private static final int TRAIN = 60;

  private static Panel panel() {
    double[][] outcome = new double[2][TRAIN + 3];
    for (int t = 0; t < outcome[0].length; t++) {
      outcome[0][t] = t;
      outcome[1][t] = t < TRAIN ? Double.NaN : 7;
    }
    outcome[0][TRAIN - 1] = Double.NaN;
    outcome[0][TRAIN + 1 - 52] = Double.NaN;
    return new Panel(
        List.of("a", "b"),
        Weeks.from(0, TRAIN + 3),
        outcome,
        List.of(),
        List.of(),
        null,
        null,
        "sales");
  }

  @Test
  void lastValueIsTheLastOneObserved() {
    assertThat(NaiveRule.LAST_VALUE.forecast(panel(), TRAIN)[0]).containsExactly(58, 58, 58);
  }

  @Test
  void meanOfTheLastFourPassesOverGaps() {
    assertThat(NaiveRule.LAST_4_MEAN.forecast(panel(), TRAIN)[0]).containsOnly(56.5);
  }

  @Test
  void seasonalIsAYearBeforeOrTheLastValue() {
    assertThat(NaiveRule.SEASONAL.forecast(panel(), TRAIN)[0]).containsExactly(8, 58, 10);
    assertThat(NaiveRule.SEASONAL.applies(51, Period.WEEK)).isFalse();
    assertThat(NaiveRule.SEASONAL.applies(52, Period.WEEK)).isTrue();
    assertThat(NaiveRule.SEASONAL.applies(12, Period.MONTH)).isTrue();
  }

  @Test
  void trainMeanIsOverTheObservedTrainingWeeks() {
    double mean = (58.0 * 59 / 2 - 9) / 58;
    assertThat(NaiveRule.TRAIN_MEAN.forecast(panel(), TRAIN)[0]).containsOnly(mean);
  }

  @Test
  void aRegionWithoutOutcomesGetsTheMeanOfAll() {
    double mean = (58.0 * 59 / 2 - 9) / 58;
    assertThat(NaiveRule.LAST_VALUE.forecast(panel(), TRAIN)[1]).containsOnly(mean);
  }
}
