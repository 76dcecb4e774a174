package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.junit.jupiter.api.Test;

class HealthTextTest {
  private static final HealthCheck GOOD = new HealthCheck("fit", Verdict.PASS, 0.9, "Fine.");

  @Test
  void namesWhatFailsBeforeWhatNeedsALookAndKeepsQuietOfTheRest() {
    assertThat(
            HealthText.lines(
                List.of(
                    new HealthCheck("regions", Verdict.REVIEW, 1, "Add regions."),
                    GOOD,
                    new HealthCheck("level_shift", Verdict.FAIL, 8.125, "Add a control."))))
        .containsExactly(
            "1 of 3 health checks pass, 1 need review, 1 fail.",
            "  fail   level_shift = 8.13. Add a control.",
            "  review regions = 1.00. Add regions.");
  }

  @Test
  void saysSoWhenAllPass() {
    assertThat(HealthText.lines(List.of(GOOD))).containsExactly("All 1 health checks pass.");
  }
}
