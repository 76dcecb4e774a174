package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarryoverReachTest {
  private static final Components COMPONENTS = ComponentDiscovery.fromClassPath();

  @Test
  void reachesNoFurtherThanASixthOfTheWeeks() {
    assertThat(lag(ComponentChoice.of("gru"), 96)).isEqualTo(16);
    assertThat(lag(ComponentChoice.of("geometric"), 96)).isEqualTo(16);
    assertThat(lag(ComponentChoice.of("gru"), 20)).isEqualTo(8);
  }

  @Test
  void keepsTheDefaultWhereTheHistoryIsLong() {
    assertThat(lag(ComponentChoice.of("gru"), 156)).isNull();
  }

  @Test
  void keepsTheUsersChoice() {
    ComponentChoice tv = new ComponentChoice("geometric", Map.of("max_lag", 20), Map.of());
    ComponentChoice chosen = new ComponentChoice("gru", Map.of(), Map.of("tv", tv));
    ModelConfig limited =
        CarryoverReach.limited(
            ModelConfig.defaults().withTemporal(chosen), 96, Period.WEEK, COMPONENTS);

    assertThat(limited.temporal().forChannel("tv")).isEqualTo(tv);
    assertThat(limited.temporal().forChannel("search").options()).containsEntry("max_lag", 16);
  }

  @Test
  void countsMonthsUpToHalfAYear() {
    assertThat(lag(ComponentChoice.of("gru"), 60, Period.MONTH)).isEqualTo(6);
    assertThat(lag(ComponentChoice.of("geometric"), 24, Period.MONTH)).isEqualTo(4);
    assertThat(lag(ComponentChoice.of("gru"), 12, Period.MONTH)).isEqualTo(3);
  }

  @Test
  void statesThePriorsOfMonthlyRowsInMonths() {
    for (String type : new String[] {"geometric", "delayed", "gru"}) {
      ComponentChoice months = limited(type, Period.MONTH);
      assertThat(months.options()).containsEntry("period", "month");
      assertThat(limited(type, Period.WEEK).options()).doesNotContainKey("period");
      ParameterSpec decay =
          new ComponentCreator(COMPONENTS)
              .temporal(months).parameters().stream()
                  .filter(spec -> spec.name().equals("decay"))
                  .findFirst()
                  .orElseThrow();
      assertThat(decay.unit()).isEqualTo("share per month");
      assertThat(decay.prior().center()).isEqualTo(0.22);
    }
    assertThat(limited("delayed", Period.MONTH).options()).containsEntry("max_delay", 1.4);
  }

  private static ComponentChoice limited(String type, Period period) {
    return CarryoverReach.limited(
            ModelConfig.defaults().withTemporal(ComponentChoice.of(type)), 60, period, COMPONENTS)
        .temporal();
  }

  /** The share of a month's effect that falls later, with weekly rows and even spend. */
  @ParameterizedTest
  @CsvSource({"0.2315, 0.07", "0.5, 0.22", "0.7685, 0.52"})
  void takesTheRetentionOfMonthsFromThatOfWeeks(double week, double month) {
    int steps = 10_000;
    double weeks = 365.25 / 7 / 12;
    double later = 0;
    for (int i = 0; i < steps; i++) {
      later += Math.pow(week, weeks * (i + 0.5) / steps) / steps;
    }
    double discrete = week * -Math.log(week) / (1 - week);
    assertThat(later * discrete).isCloseTo(month, within(0.01));
  }

  private static @Nullable Object lag(ComponentChoice temporal, int weeks) {
    return lag(temporal, weeks, Period.WEEK);
  }

  private static @Nullable Object lag(ComponentChoice temporal, int weeks, Period period) {
    return CarryoverReach.limited(
            ModelConfig.defaults().withTemporal(temporal), weeks, period, COMPONENTS)
        .temporal()
        .options()
        .get("max_lag");
  }
}
