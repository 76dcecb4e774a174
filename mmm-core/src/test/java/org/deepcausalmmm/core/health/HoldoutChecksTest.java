package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldoutChecksTest {
  @ParameterizedTest
  @CsvSource({
    "13, 1.00, PASS", "13, 0.77, PASS", "13, 0.60, REVIEW", "13, 0.30, FAIL",
    "82, 0.90, PASS", "82, 0.75, REVIEW", "82, 1.00, REVIEW", "82, 0.55, FAIL"
  })
  void judgesCoverageByWhatChanceAllows(int independent, double coverage, Verdict verdict) {
    assertThat(HoldoutChecks.judge(coverage, independent)).isEqualTo(verdict);
  }
}
