package org.deepcausalmmm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StructuralEquationsTest {
  private static final Edge FIRST = new Edge(0, 1, .5, .4, Edge.Kind.CAUSAL);
  private static final Edge SECOND = new Edge(1, 2, .3, 0, Edge.Kind.CAUSAL);

  @Test
  void childrenFollowTheirParentsOverWeeksAndGenerations() {
    var equations = new StructuralEquations(new double[] {1, 1, 1}, List.of(FIRST, SECOND));
    double[][] change = equations.follow(new double[][] {{1, 0, 0}, {0, 0, 0}});
    assertThat(change[0]).containsExactly(new double[] {1, .3, .09}, within(1e-12));
    assertThat(change[1]).containsExactly(new double[] {0, .12, .036}, within(1e-12));
  }

  @Test
  void adstockContinuesFromTheWeekBefore() {
    assertThat(FIRST.adstock(new double[] {1, 0}, 2))
        .containsExactly(new double[] {.4 * 2 + .6, .4 * (.4 * 2 + .6)}, within(1e-12));
  }

  @Test
  void channelsWithoutParentsFollowNothing() {
    double[][] change = random(50, 3);
    assertThat(StructuralEquations.independent(3).follow(change)).isDeepEqualTo(change);
  }

  @Test
  void dependenceIsNotFollowed() {
    var equations =
        new StructuralEquations(
            new double[] {1, 1}, List.of(new Edge(0, 1, .5, 0, Edge.Kind.DEPENDENCE)));
    double[][] exposure = {{2, 3}};
    assertThat(equations.follow(exposure)).isDeepEqualTo(exposure);
  }

  private static double[][] random(int weeks, int channels) {
    var random = new Random(1);
    double[][] rows = new double[weeks][channels];
    for (double[] row : rows) {
      for (int c = 0; c < channels; c++) {
        row[c] = random.nextDouble();
      }
    }
    return rows;
  }
}
