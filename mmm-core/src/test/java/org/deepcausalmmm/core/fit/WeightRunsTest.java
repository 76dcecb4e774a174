package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WeightRunsTest {
  private static final int WEEKS = 20;

  @Test
  void restoresThreeWeeksOfOneSignInARow() {
    double[] z = new double[WEEKS];
    Arrays.fill(z, 5, 8, -9);
    assertThat(restored(z, 1)).containsOnly(1);
  }

  @Test
  void keepsTheWeightsOfSingleOutliersAndOfChangingSigns() {
    double[] z = new double[WEEKS];
    z[2] = 9;
    Arrays.fill(z, 5, 7, -9);
    z[10] = 9;
    z[11] = -9;
    z[12] = 9;
    double[] weight = restored(z, 1);
    assertThat(Arrays.stream(weight).filter(w -> w < 1).count()).isEqualTo(6);
  }

  @Test
  void restoresAllRegionsWhereMostHaveTheRun() {
    double[] z = new double[4 * WEEKS];
    for (int r = 0; r < 3; r++) {
      Arrays.fill(z, r * WEEKS + 5, r * WEEKS + 9, -9);
    }
    z[3 * WEEKS + 6] = -9;
    assertThat(restored(z, 4)).containsOnly(1);
  }

  /** Weighs as a Huber loss with a threshold of 1.5 does. */
  private static double[] restored(double[] z, int regions) {
    boolean[][] counted = new boolean[regions][WEEKS];
    Arrays.stream(counted).forEach(row -> Arrays.fill(row, true));
    double[] weight = Arrays.stream(z).map(x -> 1.5 / Math.max(1.5, Math.abs(x))).toArray();
    return WeightRuns.restored(z, weight, counted);
  }
}
