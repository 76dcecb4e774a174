package org.deepcausalmmm.optimizer.solve;

import static org.assertj.core.api.Assertions.assertThat;

import org.deepcausalmmm.optimizer.problem.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SeparableSolverTest {

  @Test
  void comesWithinAThousandthOfTheOptimumOnHillProblems() {
    requireNearOptimum(0, 40);
  }

  @Test
  @Tag("benchmark")
  void comesWithinAThousandthOfTheOptimumOnFurtherHillProblems() {
    requireNearOptimum(40, 200);
  }

  private static void requireNearOptimum(int from, int to) {
    double largestGap = 0;
    for (int seed = from; seed < to; seed++) {
      RandomProblems random = RandomProblems.hill(seed);
      Solution solution = SeparableSolver.solve(random.problem(), random.objective());
      double reference = random.bestOnGrid(2000);
      double bound = solution.upperBound().orElseThrow();
      assertThat(bound).as("bound of problem %d", seed).isGreaterThanOrEqualTo(reference);
      assertThat(solution.value()).as("problem %d", seed).isGreaterThanOrEqualTo(0.999 * bound);
      assertThat(solution.value())
          .isGreaterThanOrEqualTo(random.objective().value(random.problem().present()))
          .isGreaterThanOrEqualTo(random.objective().value(random.evenSplit()));
      assertThat(Money.sum(solution.plan())).isEqualTo(random.problem().budget());
      largestGap = Math.max(largestGap, (bound - solution.value()) / bound);
    }
    assertThat(largestGap).as("largest proven gap").isLessThan(1e-3);
  }
}
