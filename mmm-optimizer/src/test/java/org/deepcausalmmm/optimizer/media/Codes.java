package org.deepcausalmmm.optimizer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.deepcausalmmm.api.MmmException;

/** Checks refusals by their codes. */
final class Codes {
  private Codes() {}

  /** Requires a refusal and gives it. */
  static MmmException requireRefusal(String code, ThrowingCallable call) {
    MmmException refusal = catchThrowableOfType(MmmException.class, call);
    assertThat(refusal).as("refusal with code %s", code).isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    return refusal;
  }
}
