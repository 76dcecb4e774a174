package org.deepcausalmmm.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PiecewiseLinearTest {
  private final SplittableRandom random = new SplittableRandom(8);

  @Test
  void findsThePieceThatASearchByHalvesFinds() {
    for (int corners : new int[] {2, 3, 40, 500}) {
      double[] corner = new double[corners];
      for (int k = 0; k < corners; k++) {
        double u = (k + random.nextDouble() / 2) / corners;
        corner[k] = u * u / (1 - u * u);
      }
      double[] value = Arrays.stream(corner).map(Math::sqrt).toArray();
      PiecewiseLinear line = new PiecewiseLinear(64, corner, value);
      for (int i = 0; i < 2000; i++) {
        double x =
            i % 3 == 0
                ? corner[random.nextInt(corners)]
                : Math.pow(random.nextDouble(), 4) * 3 * corner[corners - 1];
        int found = Arrays.binarySearch(corner, x);
        int expected = Math.max(0, Math.min(corners - 2, found >= 0 ? found : -found - 2));
        assertThat(line.piece(x)).isEqualTo(expected);
      }
    }
  }

  @Test
  void goesOnBeyondItsCorners() {
    PiecewiseLinear line =
        new PiecewiseLinear(8, new double[] {1, 2, 4}, new double[] {10, 13, 15});
    assertThat(line.value(line.piece(0), 0)).isEqualTo(7);
    assertThat(line.value(line.piece(3), 3)).isEqualTo(14);
    assertThat(line.value(line.piece(10), 10)).isEqualTo(21);
    assertThat(line.slope(line.piece(2))).isEqualTo(1);
  }
}
