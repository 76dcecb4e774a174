package org.deepcausalmmm.data.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.deepcausalmmm.api.MmmException;
import org.junit.jupiter.api.Test;

class FitConfigTest {
  private static final FitConfig DEFAULTS = FitConfig.defaults();

  @Test
  void valuesOutOfBoundsAreRefusedByName() {
    assertRefused(() -> DEFAULTS.withDraws(0), "'draws' of the fit is 0");
    assertRefused(() -> DEFAULTS.withDraws(-1), "'draws' of the fit is -1");
    assertRefused(() -> DEFAULTS.withThreads(0), "'threads' of the fit is 0");
    assertRefused(() -> DEFAULTS.withHoldout(-1), "'holdout' of the fit is -1");
    assertRefused(() -> new FitConfig(1, 1, 1, 0, true, "tpu"), "device of the fit is 'tpu'");
    assertThat(DEFAULTS.withDraws(1).withThreads(1).withHoldout(0).draws()).isEqualTo(1);
  }

  private static void assertRefused(ThrowingCallable call, String what) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-CONFIG-006"))
        .hasMessageContaining(what);
  }
}
