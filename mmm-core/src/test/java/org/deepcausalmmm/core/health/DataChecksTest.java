package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport;
import org.junit.jupiter.api.Test;

class DataChecksTest {
  private static final DataReport QUIET = new DataReport(1, 0, List.of());
  private static final DataReport LOUD =
      new DataReport(
          1,
          0,
          List.of(
              DataCode.MARKETING_OUTLIERS.warning("Channel 'tv'.", "Correct it."),
              DataCode.NAMES_ALIKE.warning("Two names.", "Check.")));

  @Test
  void findingsThatTouchAttributionNeedAReview() {
    assertThat(DataChecks.extremeSpend(QUIET).verdict()).isEqualTo(Verdict.PASS);
    assertThat(DataChecks.extremeSpend(LOUD).verdict()).isEqualTo(Verdict.REVIEW);
    assertThat(DataChecks.extremeSpend(LOUD).value()).isEqualTo(1);
    assertThat(DataChecks.namesAlike(QUIET).verdict()).isEqualTo(Verdict.PASS);
    assertThat(DataChecks.namesAlike(LOUD).verdict()).isEqualTo(Verdict.REVIEW);
  }
}
