package org.deepcausalmmm.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deepcausalmmm.api.MmmException;
import org.junit.jupiter.api.Test;

class BacktestPlanTest {
  @Test
  void laysOriginsAHorizonApartUpToTheEnd() {
    assertThat(BacktestPlan.of(109, 4, 13).origins()).containsExactly(57, 70, 83, 96);
  }

  @Test
  void movesOriginsCloserWhereWeeksAreFew() {
    assertThat(BacktestPlan.of(60, 4, 13).origins()).containsExactly(26, 33, 40, 47);
    assertThat(BacktestPlan.of(39, 1, 13).origins()).containsExactly(26);
  }

  @Test
  void refusesWhatTheWeeksDoNotAllow() {
    assertThatThrownBy(() -> BacktestPlan.of(38, 1, 13))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("38 weeks");
    assertThatThrownBy(() -> BacktestPlan.of(41, 4, 13))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-USAGE-402"));
  }

  @Test
  void refusesCountsBelowOne() {
    assertThatThrownBy(() -> BacktestPlan.of(100, 0, 13))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-USAGE-401"));
    assertThatThrownBy(() -> BacktestPlan.of(100, 2, 0)).isInstanceOf(MmmException.class);
  }
}
