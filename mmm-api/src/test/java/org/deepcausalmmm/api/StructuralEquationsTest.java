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
  void ownPartOfAChannelWithoutParentsIsItsWholeExposure() {
    double[][] exposure = {{1, 2}, {0, 3}};
    var equations = new StructuralEquations(new double[] {.2, .7}, List.of());
    assertThat(equations.ownPart(exposure)).isDeepEqualTo(exposure);
  }

  @Test
  void ownPartRecoversWhatWasPutIn() {
    var equations = new StructuralEquations(new double[] {1, 1, 1}, List.of(FIRST, SECOND));
    double[][] own = random(50, 3);
    double[][] exposure = equations.follow(own);
    double[][] recovered = equations.ownPart(exposure);
    for (int t = 0; t < own.length; t++) {
      assertThat(recovered[t]).containsExactly(own[t], within(1e-12));
    }
  }

  @Test
  void withoutAnyOwnPartNoExposureIsLeft() {
    var equations = new StructuralEquations(new double[] {1, 1, 1}, List.of(FIRST, SECOND));
    double[][] exposure = random(50, 3);
    double[][] change = equations.ownPart(exposure);
    for (double[] week : change) {
      for (int c = 0; c < week.length; c++) {
        week[c] = -week[c];
      }
    }
    double[][] followed = equations.follow(change);
    for (int t = 0; t < exposure.length; t++) {
      for (int c = 0; c < 3; c++) {
        assertThat(exposure[t][c] + followed[t][c]).isLessThan(1e-12);
      }
    }
  }

  @Test
  void ownPartIsNeverNegative() {
    var equations = new StructuralEquations(new double[] {1, 1}, List.of(FIRST));
    assertThat(equations.ownPart(new double[][] {{10, 1}})[0][1]).isZero();
  }

  @Test
  void aChildOwnsNothingInWeeksWithoutOwnInput() {
    var equations = new StructuralEquations(new double[] {1, 1}, List.of(FIRST));
    double[][] own =
        equations.ownPart(new double[][] {{1, 1}, {1, 1}}, new double[][] {{0, 0}, {0, 1}});
    assertThat(own[0]).containsExactly(1, 0);
    assertThat(own[1][1]).isEqualTo(1 - .5 * .6 * 1.4, within(1e-12));
  }

  @Test
  void dependenceIsNotFollowed() {
    var equations =
        new StructuralEquations(
            new double[] {1, 1}, List.of(new Edge(0, 1, .5, 0, Edge.Kind.DEPENDENCE)));
    double[][] exposure = {{2, 3}};
    assertThat(equations.ownPart(exposure)).isDeepEqualTo(exposure);
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
