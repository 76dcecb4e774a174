package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PanelsTest {
  @Test
  void shiftsInACircle() {
    double[][] shifted = Panels.shifted(new double[][] {{1, 2, 3, 4}}, 1);
    assertThat(shifted[0]).containsExactly(4, 1, 2, 3);
  }
}
