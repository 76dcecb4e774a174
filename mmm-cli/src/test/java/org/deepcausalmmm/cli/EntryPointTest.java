package org.deepcausalmmm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.deepcausalmmm.cli.base.EntryPoint;
import org.junit.jupiter.api.Test;

class EntryPointTest {
  @Test
  void namesTheMainClass() {
    assertThat(EntryPoint.MAIN_CLASS).isEqualTo(Mmm.class.getName());
  }
}
