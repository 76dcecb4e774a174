package org.deepcausalmmm.dag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NonNegativeLeastSquaresTest {
  /** No weight can be improved: slopes are 0 at positive weights and not negative at 0. */
  @Property(tries = 300)
  void solutionsAreOptimal(@ForAll @IntRange(min = 1, max = 8) int size, @ForAll long seed) {
    Random random = new Random(seed);
    double[][] columns = new double[size][size + 3];
    double[] target = random.doubles(size + 3, -1, 1).toArray();
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] = random.nextGaussian() + (size > 4 ? columns[0][i] : 0);
      }
    }
    double[][] gram = new double[size][size];
    double[] score = new double[size];
    for (int i = 0; i < size; i++) {
      score[i] = Nuisance.dot(columns[i], target);
      for (int j = 0; j < size; j++) {
        gram[i][j] = Nuisance.dot(columns[i], columns[j]);
      }
    }
    double[] weights = NonNegativeLeastSquares.solve(gram, score);
    for (int i = 0; i < size; i++) {
      double slope = Nuisance.dot(gram[i], weights) - score[i];
      assertThat(weights[i]).isNotNegative();
      assertThat(slope).isGreaterThan(-1e-6);
      assertThat(slope * weights[i]).isEqualTo(0, within(1e-6));
    }
  }

  @Test
  void aColumnGivenTwiceCountsOnce() {
    double[][] gram = {{2, 2}, {2, 2}};
    double[] weights = NonNegativeLeastSquares.solve(gram, new double[] {4, 4});
    assertThat(weights[0] + weights[1]).isEqualTo(2, within(1e-9));
  }
}
