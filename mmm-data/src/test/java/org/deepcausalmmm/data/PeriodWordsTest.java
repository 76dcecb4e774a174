package org.deepcausalmmm.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deepcausalmmm.api.MmmException;
import org.junit.jupiter.api.Test;

class PeriodWordsTest {
  private static final PeriodWords MONTHS = new PeriodWords(Period.MONTH);

  @Test
  void namesMonthsInTextsThatAreWrittenForWeeks() {
    assertThat(
            MONTHS.in(
                "Next weeks' exposure of 'tv' predicts this week's outcome in 3 region-weeks."))
        .isEqualTo(
            "Next months' exposure of 'tv' predicts this month's outcome in 3 region-months.");
    assertThat(MONTHS.in("Weekly spend by Week")).isEqualTo("Monthly spend by Month");
  }

  @Test
  void leavesNamesAndWeeksAsTheyAre() {
    assertThat(MONTHS.in("Column 'week' of week_nr, and 'a week of it'."))
        .isEqualTo("Column 'week' of week_nr, and 'a week of it'.");
    assertThat(new PeriodWords(Period.WEEK).in("each week")).isEqualTo("each week");
  }

  @Test
  void namesMonthsInErrorsAndKeepsTheirCodes() {
    assertThatThrownBy(
            () ->
                MONTHS.during(
                    () -> {
                      throw DataCode.HOLDOUT_TOO_LONG.error("9 weeks.", "Hold out fewer weeks.");
                    }))
        .isInstanceOfSatisfying(
            MmmException.class,
            e -> {
              assertThat(e.code()).isEqualTo("MMM-DATA-027");
              assertThat(e).hasMessage("9 months.");
              assertThat(e.advice()).isEqualTo("Hold out fewer months.");
            });
  }
}
