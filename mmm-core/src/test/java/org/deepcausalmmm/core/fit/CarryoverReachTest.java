package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
