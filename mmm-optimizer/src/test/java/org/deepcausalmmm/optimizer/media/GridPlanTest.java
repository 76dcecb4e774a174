package org.deepcausalmmm.optimizer.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GridPlanTest {
  private static final int STEPS = 6;

  @Test
  void noOtherDivisionEarnsMore() {
    Random random = new Random(4);
    for (int trial = 0; trial < 20; trial++) {
      double[][][] outcome = new double[3][][];
      for (int c = 0; c < 3; c++) {
        outcome[c] = new double[c == 1 ? 3 : STEPS + 1][2];
        for (double[] step : outcome[c]) {
          step[0] = random.nextDouble();
          step[1] = random.nextDouble();
        }
      }
      GridPlan plans = new GridPlan(outcome, STEPS);
      int[] best = plans.best(new double[] {0.3, 0.7});
      double found = 0.3 * plans.value(best, 0) + 0.7 * plans.value(best, 1);
      assertThat(best[0] + best[1] + best[2]).isLessThanOrEqualTo(STEPS);
      for (int a = 0; a <= STEPS; a++) {
        for (int b = 0; b < 3 && a + b <= STEPS; b++) {
          for (int c = 0; a + b + c <= STEPS; c++) {
            double other =
                0.3 * plans.value(new int[] {a, b, c}, 0)
                    + 0.7 * plans.value(new int[] {a, b, c}, 1);
            assertThat(found).isGreaterThanOrEqualTo(other - 1e-12);
          }
        }
      }
    }
  }
}
