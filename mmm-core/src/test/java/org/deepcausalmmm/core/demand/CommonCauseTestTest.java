package org.deepcausalmmm.core.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CommonCauseTestTest {
  private static final int REGIONS = 12;
  private static final int WEEKS = 104;

  private final SplittableRandom random = new SplittableRandom(5);

  @Test
  void anEdgePassesAndCommonDemandDoesNot() {
    double[][] parentSpend = positive(0.4);
    double[][] ownSpend = positive(0.4);
    double[][] parent = times(parentSpend, positive(0.15));
    double[][] caused = new double[REGIONS][WEEKS];
    for (int r = 0; r < REGIONS; r++) {
      for (int t = 0; t < WEEKS; t++) {
        caused[r][t] = ownSpend[r][t] + 0.3 * parent[r][t] + (t > 0 ? 0.1 * parent[r][t - 1] : 0);
      }
    }
    assertThat(CommonCauseTest.passed(caused, ownSpend, parent, parentSpend, List.of())).isTrue();

    double[][] demand = positive(0.3);
    double[][] following = times(parentSpend, demand);
    double[][] both = times(ownSpend, demand);
    assertThat(CommonCauseTest.passed(both, ownSpend, following, parentSpend, List.of())).isFalse();
  }

  private double[][] positive(double sd) {
    double[][] values = new double[REGIONS][WEEKS];
    for (double[] region : values) {
      for (int t = 0; t < WEEKS; t++) {
        region[t] = Math.exp(sd * random.nextGaussian());
      }
    }
    return values;
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][];
    for (int r = 0; r < a.length; r++) {
      product[r] = a[r].clone();
      for (int t = 0; t < product[r].length; t++) {
        product[r][t] *= b[r][t];
      }
    }
    return product;
  }
}
