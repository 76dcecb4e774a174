package org.deepcausalmmm.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CubeTest {
  @Test
  void ordersValuesByRegionThenWeekThenChannel() {
    Cube cube = new Grid(2, 3).columns(4);
    double[] flat = new double[cube.size()];
    int next = 0;
    for (int r = 0; r < 2; r++) {
      for (int t = 0; t < 3; t++) {
        for (int c = 0; c < 4; c++) {
          assertThat(cube.index(r, t, c)).isEqualTo(next);
          flat[next++] = 100 * r + 10 * t + c;
        }
      }
    }
    assertThat(cube.series(flat, 1, 2)).containsExactly(102, 112, 122);
  }

  @Test
  void cutsRowsOutOfAFlatArray() {
    double[][] rows = new Grid(2, 2).rows(new double[] {1, 2, 3, 4});
    assertThat(rows).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
    assertThat(Vectors.flatten(rows)).containsExactly(1, 2, 3, 4);
  }
}
