package org.deepcausalmmm.data.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ConfigurationWriter;
import org.deepcausalmmm.data.source.PreparedData;
import org.deepcausalmmm.data.source.TextData;
import org.junit.jupiter.api.Test;

class NationalMediaTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
  private static final List<Integer> POPULATION = List.of(100, 300, 600);

  /**
   * Returns a panel of three regions with a national and a regional channel.
   *
   * @param national amount of a week and region
   */
  private static String csv(String columns, IntBinaryOperator national, boolean population) {
    StringBuilder text = new StringBuilder("week,geo,sales," + columns);
    text.append(population ? ",population\n" : "\n");
    for (int r = 0; r < 3; r++) {
      for (int t = 0; t < 60; t++) {
        text.append(FIRST.plusWeeks(t)).append(",region ").append(r).append(',');
        text.append(POPULATION.get(r) * 10 + (t * 7 + r * 3) % 11).append(',');
        text.append(national.applyAsInt(t, r)).append(',').append((t * 13 + r * 5) % 17);
        text.append(population ? "," + POPULATION.get(r) + "\n" : "\n");
      }
    }
    return text.toString();
  }

  private static int repeated(int week, int region) {
    return 1000 + 10 * (week % 19);
  }

  private static Panel.Channel channel(Panel panel, String name) {
    return panel.channels().get(panel.channelNames().indexOf(name));
  }

  @Test
  void spreadsRepeatedSpendByPopulationAndMarksTheChannel() {
    CheckedPanel read =
        TextData.read(csv("tv_spend,search_spend", NationalMediaTest::repeated, true));

    Panel.Channel tv = channel(read.panel(), "tv");
    assertThat(tv.exposure()[0][1]).isCloseTo(101, within(1e-9));
    assertThat(tv.exposure()[2][1]).isCloseTo(606, within(1e-9));
    assertThat(tv.source().national()).isTrue();
    assertThat(channel(read.panel(), "search").source().national()).isFalse();
    assertThat(TextData.codes(read)).contains("MMM-DATA-070");
  }

  @Test
  void spreadsRepeatedExposureOfAnOrganicChannel() {
    CheckedPanel read =
        TextData.read(csv("email_organic,search_spend", NationalMediaTest::repeated, true));

    Panel.Channel email = channel(read.panel(), "email_organic");
    assertThat(email.exposure()[1][0]).isCloseTo(300, within(1e-9));
    assertThat(email.source().national()).isTrue();
  }

  @Test
  void marksMediaThatWereSpreadByPopulationBefore() {
    CheckedPanel read =
        TextData.read(
            csv("tv_spend,search_spend", (t, r) -> POPULATION.get(r) * (5 + t % 19), true));

    assertThat(channel(read.panel(), "tv").source().national()).isTrue();
    assertThat(channel(read.panel(), "tv").exposure()[1][0]).isEqualTo(1500);
  }

  @Test
  void asksForAPopulation() {
    assertThatThrownBy(
            () -> TextData.read(csv("tv_spend,search_spend", NationalMediaTest::repeated, false)))
        .hasMessageContaining("same amount in all regions")
        .extracting(e -> ((MmmException) e).code())
        .isEqualTo("MMM-DATA-039");
  }

  @Test
  void keepsTheMarkInTheConfigurationOfTheTidyTable() {
    PreparedData prepared =
        TextData.prepared(csv("tv_spend,search_spend", NationalMediaTest::repeated, true), "{}");

    assertThat(new ConfigurationWriter().write(prepared.tidyConfiguration()))
        .contains("national: true");
  }

  @Test
  void takesTheUsersWordForFewDifferentAmounts() {
    String file = csv("tv_spend,search_spend", (t, r) -> t % 2 == 0 ? 100 : 200, true);

    assertThat(channel(TextData.read(file).panel(), "tv").source().national()).isFalse();
    CheckedPanel declared =
        TextData.read(
            file,
            """
            data:
              time: week
              geo: geo
              outcome: sales
              population: population
              channels:
                - {name: tv, spend: tv_spend, national: true}
                - {name: search, spend: search_spend}
            """);
    assertThat(channel(declared.panel(), "tv").exposure()[0][0]).isCloseTo(10, within(1e-9));
    assertThat(channel(declared.panel(), "tv").source().national()).isTrue();
  }
}
