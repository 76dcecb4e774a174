package org.deepcausalmmm.optimizer.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Cell;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // fails instead of hanging
class ProjectionTest {
  private static final double BUDGET = 100;

  private static double[] nearest(double... target) {
    BudgetProblem problem =
        BudgetProblem.of(
            List.of(Decision.upTo(Cell.of("tv"), 80, 50), Decision.upTo(Cell.of("search"), 80, 50)),
            BUDGET);
    return new Projection(CentProblem.of(problem)).nearest(target);
  }

  @Test
  void movesEveryCellByTheSame() {
    assertThat(nearest(9000, 5000)).containsExactly(new double[] {7000, 3000}, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e6, 1e12, 1e15, 1e18})
  void endsHoweverFarThePlanLies(double target) {
    double[] plan = nearest(target, target);
    assertThat(Arrays.stream(plan).boxed()).allMatch(cents -> cents >= 0 && cents <= 8000);
    assertThat(Arrays.stream(plan).sum()).isLessThanOrEqualTo(100 * BUDGET + 1);
  }
}
