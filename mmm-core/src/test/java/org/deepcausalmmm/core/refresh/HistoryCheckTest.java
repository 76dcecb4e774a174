package org.deepcausalmmm.core.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.Gaps;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.panel.PanelBuilder;
import org.junit.jupiter.api.Test;

class HistoryCheckTest {
  private static final Panel BEFORE = panel("tv", 1, 30);

  private static Panel panel(String channel, int firstWeek, int weeks) {
    double[][] outcome = grid(weeks, 100);
    outcome[1][3] = Double.NaN;
    return new Panel(
        List.of("north", "south"),
        Weeks.from(firstWeek, weeks),
        outcome,
        List.of(
            new Panel.Channel(channel, grid(weeks, 7), grid(weeks, 3), false),
            new Panel.Channel("email", grid(weeks, 5), null, false)),
        List.of(new Panel.Control("price", grid(weeks, 10))),
        grid(weeks, 40),
        null,
        "orders");
  }

  private static double[][] grid(int weeks, double level) {
    double[][] grid = new double[2][weeks];
    for (int r = 0; r < 2; r++) {
      for (int t = 0; t < weeks; t++) {
        grid[r][t] = level * (1 + r) + t;
      }
    }
    return grid;
  }

  private static MmmException refusal(Panel now) {
    MmmException refused =
        catchThrowableOfType(
            MmmException.class, () -> new HistoryCheck(BEFORE, now, Gaps.none()).require());
    assertThat(refused).isNotNull();
    return refused;
  }

  @Test
  void letsNewWeeksBehindTheOldOnesPass() {
    Panel now = panel("tv", 1, 34);
    now.outcome()[0][0] *= 1 + 1e-9; // a file that was written with fewer digits
    assertThatCode(() -> new HistoryCheck(BEFORE, now, Gaps.none()).require())
        .doesNotThrowAnyException();
  }

  private static CheckedPanel withGaps(int weeks, double change) {
    double[][] outcome = grid(weeks, 100);
    double[][] spend = grid(weeks, 7);
    double[][] price = grid(weeks, 10);
    for (int t = 0; t < weeks; t++) {
      spend[0][t] += t % 5;
      price[0][t] += t % 7;
    }
    for (int t = 0; t < 8; t++) {
      outcome[1][t] = Double.NaN;
      spend[1][t] = Double.NaN;
    }
    price[0][29] = Double.NaN;
    price[0][10] += change;
    return PanelBuilder.regional(List.of("north", "south"), Weeks.from(1, weeks))
        .outcome("orders", outcome)
        .channel("tv", spend)
        .control("price", price)
        .check(0);
  }

  @Test
  void letsEstimatesOfWhatIsMissingChangeButNothingElse() {
    Panel before = withGaps(30, 0).panel();
    CheckedPanel now = withGaps(40, 0);
    assertThat(now.panel().channels().get(0).exposure()[1][0])
        .isNotEqualTo(before.channels().get(0).exposure()[1][0]);
    assertThat(now.panel().controls().get(0).value()[0][29])
        .isNotEqualTo(before.controls().get(0).value()[0][29]);
    assertThatCode(() -> new HistoryCheck(before, now.panel(), now.gaps()).require())
        .doesNotThrowAnyException();
    CheckedPanel changed = withGaps(40, 1);
    assertThat(
            catchThrowableOfType(
                MmmException.class,
                () -> new HistoryCheck(before, changed.panel(), changed.gaps()).require()))
        .hasMessageContaining("price in north in week 11");
  }

  @Test
  void refusesOtherChannels() {
    MmmException refused = refusal(panel("radio", 1, 34));
    assertThat(refused.code()).isEqualTo("MMM-DATA-421");
    assertThat(refused)
        .hasMessageContaining("channels tv (spend and exposure), email (no spend)")
        .hasMessageContaining("radio");
  }

  @Test
  void refusesOtherRegions() {
    Panel now = panel("tv", 1, 34);
    Panel renamed =
        new Panel(
            List.of("north", "west"),
            now.weeks(),
            now.outcome(),
            now.channels(),
            now.controls(),
            now.revenuePerKpi(),
            null,
            now.kpi());
    assertThat(refusal(renamed)).hasMessageContaining("north, south").hasMessageContaining("west");
  }

  @Test
  void refusesDataThatBeginInAnotherWeek() {
    MmmException refused = refusal(panel("tv", 2, 34));
    assertThat(refused.code()).isEqualTo("MMM-DATA-422");
    assertThat(refused).hasMessageContaining("starts in week 1,");
  }

  @Test
  void refusesDataWithoutNewWeeks() {
    assertThat(refusal(panel("tv", 1, 30))).hasMessageContaining("there is no new week");
  }

  @Test
  void refusesAnyChangeOfHistoryAndSaysWhere() {
    Panel spend = panel("tv", 1, 34);
    double[][] paid = spend.channels().get(0).spend();
    assertThat(paid).isNotNull();
    Arrays.fill(paid[1], 5, 6, 77);
    MmmException refused = refusal(spend);
    assertThat(refused.code()).isEqualTo("MMM-DATA-423");
    assertThat(refused)
        .hasMessage(
            "The spend of tv in south in week 6 was 11.0 when the model was fitted, and is 77.0"
                + " now.");

    Panel control = panel("tv", 1, 34);
    control.controls().get(0).value()[0][2] += 1;
    assertThat(refusal(control)).hasMessageContaining("The price in north in week 3");

    Panel known = panel("tv", 1, 34);
    known.outcome()[1][3] = 5;
    assertThat(refusal(known)).hasMessageContaining("was NaN").hasMessageContaining("is 5.0");
  }
}
