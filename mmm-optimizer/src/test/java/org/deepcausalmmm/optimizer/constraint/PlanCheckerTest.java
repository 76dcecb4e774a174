package org.deepcausalmmm.optimizer.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Cell;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.Limit;
import org.deepcausalmmm.optimizer.problem.Money;
import org.junit.jupiter.api.Test;

class PlanCheckerTest {
  private final BudgetProblem problem =
      new BudgetProblem(
          List.of(
              Decision.upTo(Cell.of("a"), 10, 0).within(1, 10),
              Decision.upTo(Cell.of("b"), 10, 0).atLeastIfOn(4),
              Decision.upTo(Cell.of("c"), 10, 0)),
          List.of(
              new Limit.Group("ab", List.of(0, 1), 2, 12),
              new Limit.Share("c share", List.of(2), 0, 0.5),
              new Limit.Change("a to c", 0, 2, 1, 0.5)),
          16,
          5);

  @Test
  void allowsWhatKeepsEveryRule() {
    assertThat(PlanChecker.violations(problem, new double[] {4, 4, 5})).isEmpty();
    assertThat(PlanChecker.violations(problem, new double[] {8, 4, 4})).containsExactly();
  }

  @Test
  void namesEveryRuleThatIsBroken() {
    assertThat(PlanChecker.violations(problem, new double[] {0, 3, 9}))
        .anySatisfy(v -> assertThat(v).contains("a is 0.00, below 1.00"))
        .anySatisfy(v -> assertThat(v).contains("b spends 3.00, below its minimum if on"))
        .anySatisfy(v -> assertThat(v).contains("c share is 9.00, above 8.00"))
        .anySatisfy(v -> assertThat(v).contains("a to c changes from 0.00 to 9.00"))
        .hasSize(4);
    assertThat(PlanChecker.violations(problem, new double[] {10, 10, 6.01}))
        .containsExactly("the total is 26.01, above 16.00", "ab is 20.00, above 12.00");
    assertThat(PlanChecker.violations(problem, new double[] {4, 0, 0.005}))
        .anySatisfy(v -> assertThat(v).contains("not whole cents"))
        .anySatisfy(v -> assertThat(v).contains("the total is 4.01, below 5.00"));
  }

  @Test
  void takesWhatADoubleCanHoldOfVeryLargeAmounts() {
    double most = 1.19531185606391e12;
    BudgetProblem problem =
        BudgetProblem.of(List.of(Decision.upTo(Cell.of("tv"), 2 * most, most)), 2 * most);
    for (int cents = 0; cents < 100; cents++) {
      double plan = Money.of(Money.cents(most) + cents);
      assertThat(PlanChecker.violations(problem, new double[] {plan})).isEmpty();
    }
  }
}
