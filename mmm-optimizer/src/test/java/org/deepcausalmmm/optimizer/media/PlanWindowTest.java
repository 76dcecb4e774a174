package org.deepcausalmmm.optimizer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.deepcausalmmm.optimizer.media.Codes.requireRefusal;

import java.time.LocalDate;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.data.Weeks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanWindowTest {
  private static final Weeks DATED = Weeks.from(LocalDate.of(2022, 1, 3), 104);
  private static final Weeks NUMBERED = Weeks.from(1, 104);

  @Test
  void theWeeksThatBeginWithinTheWindowArePlanned() {
    assertThat(PlanWindow.parse("2024-01-01..2024-03-31", DATED))
        .isEqualTo(new FutureWeeks(104, 13));
    assertThat(PlanWindow.parse("2024-01-02..2024-01-16", DATED))
        .isEqualTo(new FutureWeeks(105, 2));
    assertThat(PlanWindow.parse("105..117", NUMBERED)).isEqualTo(PlanWindow.next(NUMBERED));
    assertThat(PlanWindow.parse("50..60", NUMBERED)).isEqualTo(new FutureWeeks(49, 11));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-01, MMM-USAGE-310",
    "2024-01-01..soon, MMM-USAGE-310",
    "105..117, MMM-USAGE-310",
    "2024-03-31..2024-01-01, MMM-USAGE-311",
    "2024-01-02..2024-01-03, MMM-USAGE-311",
    "2021-01-01..2021-03-31, MMM-USAGE-312",
    "2021-12-01..2022-03-31, MMM-USAGE-312",
    "2022-01-03..2022-03-31, MMM-USAGE-312",
    "2099-01-01..2099-03-31, MMM-USAGE-315",
    "2024-01-01..2099-03-31, MMM-USAGE-315",
  })
  void otherWindowsAreRefused(String text, String code) {
    requireRefusal(code, () -> PlanWindow.parse(text, DATED));
  }

  @Test
  void theLengthIsNamedOfAWindowThatIsTooLong() {
    assertThatThrownBy(() -> PlanWindow.parse("2024-01-01..2099-03-31", DATED))
        .hasMessageContaining("has 3927 weeks; at most 520 can be planned");
  }

  @Test
  void theHistoryIsNamedWhereAWindowLiesBeforeIt() {
    assertThatThrownBy(() -> PlanWindow.parse("2021-01-01..2021-03-31", DATED))
        .hasMessageContaining("2022-01-03 to 2023-12-25");
  }
}
