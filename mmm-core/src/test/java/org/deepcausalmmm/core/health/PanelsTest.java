package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PanelsTest {
  @Test
  void shiftsTheFirstWeeksInACircleAndLeavesThoseBehind() {
    double[][] shifted = Panels.shifted(new double[][] {{1, 2, 3, 4, 9}}, 4, 1);
    assertThat(shifted[0]).containsExactly(4, 1, 2, 3, 9);
  }
}
