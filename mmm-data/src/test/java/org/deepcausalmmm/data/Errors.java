package org.deepcausalmmm.data;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.deepcausalmmm.api.MmmException;

/** Checks that an error has its code, names the place and gives advice. */
public final class Errors {
  private Errors() {}

  public static void assertError(ThrowingCallable call, String code, String what, String advice) {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(call)
        .withMessageContaining(what)
        .satisfies(e -> org.assertj.core.api.Assertions.assertThat(e.code()).isEqualTo(code))
        .satisfies(e -> org.assertj.core.api.Assertions.assertThat(e.advice()).contains(advice));
  }
}
