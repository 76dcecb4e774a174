package org.deepcausalmmm.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorKindTest {
  /** Scripts read these. */
  @Test
  void exitCodesStayAsTheyAre() {
    assertThat(ErrorKind.values())
        .containsExactly(
            ErrorKind.USAGE,
            ErrorKind.DATA,
            ErrorKind.CONFIG,
            ErrorKind.PLUGIN,
            ErrorKind.FIT,
            ErrorKind.SYSTEM)
        .extracting(ErrorKind::exitCode)
        .containsExactly(2, 3, 4, 5, 6, 1);
  }
}
