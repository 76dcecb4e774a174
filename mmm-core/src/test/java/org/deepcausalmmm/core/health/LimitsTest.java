package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void judgesFiguresThatAreBetterLow() {
    Limits limits = new Limits(5, 10);
    assertThat(limits.judge(4.9)).isEqualTo(Verdict.PASS);
    assertThat(limits.judge(5)).isEqualTo(Verdict.REVIEW);
    assertThat(limits.judge(9.9)).isEqualTo(Verdict.REVIEW);
    assertThat(limits.judge(10)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void judgesFiguresThatAreBetterHigh() {
    Limits limits = new Limits(0.7, 0.4);
    assertThat(limits.judge(0.71)).isEqualTo(Verdict.PASS);
    assertThat(limits.judge(0.7)).isEqualTo(Verdict.REVIEW);
    assertThat(limits.judge(0.4)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void asksForALookWhereThereIsNoFigure() {
    assertThat(new Limits(5, 10).judge(Double.NaN)).isEqualTo(Verdict.REVIEW);
  }
}
