package org.deepcausalmmm.optimizer.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Cell;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.HillResponse;
import org.deepcausalmmm.optimizer.problem.Limit;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.deepcausalmmm.optimizer.problem.SpendResponse;
import org.junit.jupiter.api.Test;

class ConcaveBoundTest {
  private static final int CELLS = 8;

  private static SeparableObjective hills(double shape) {
    List<SpendResponse> responses = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      responses.add(new HillResponse(100 + 40 * i, 50 + 10 * i, shape));
    }
    return new SeparableObjective(responses);
  }

  private static BudgetProblem problem(List<Limit> limits) {
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      decisions.add(Decision.upTo(Cell.of("tv").inWeek(i, String.valueOf(i)), 200, 60));
    }
    return BudgetProblem.of(decisions, 8 * 60).withLimits(limits);
  }

  private static double bound(BudgetProblem problem, SeparableObjective objective) {
    return new ConcaveBound(objective).climb(problem, problem.present(), 100).value();
  }

  @Test
  void isTightWhereTheObjectiveIsConcave() {
    SeparableObjective objective = hills(0.9);
    double best = Solvers.separable(problem(List.of()), objective).value();
    assertThat(bound(problem(List.of()), objective)).isBetween(best, best * (1 + 1e-3));
  }

  @Test
  void isTightUnderGroupsAndChangeLimits() {
    List<Limit> limits = new ArrayList<>();
    limits.add(new Limit.Group("late", List.of(4, 5, 6, 7), 0, 200));
    for (int i = 0; i + 1 < CELLS; i++) {
      limits.add(new Limit.Change("change " + i, i, i + 1, 5, 0.1));
    }
    SeparableObjective objective = hills(0.9);
    double best = Solvers.separable(problem(limits), objective).value();
    assertThat(bound(problem(limits), objective)).isBetween(best, best * (1 + 3e-3));
    assertThat(best).isLessThan(0.99 * Solvers.separable(problem(List.of()), objective).value());
  }

  @Test
  void whatItLearntHoldsForOtherBudgets() {
    SeparableObjective objective = hills(0.9);
    ConcaveBound bound =
        new ConcaveBound(objective).climb(problem(List.of()), new double[CELLS], 100).bound();
    for (double budget : new double[] {100, 300, 470, 600, 1200}) {
      BudgetProblem funded = problem(List.of()).withBudget(budget);
      assertThat(bound.known(funded))
          .isGreaterThanOrEqualTo(Solvers.separable(funded, objective).value());
    }
  }

  @Test
  void holdsForSwitchesAndForEnvelopesOfCurvesThatBend() {
    BudgetProblem free = problem(List.of());
    BudgetProblem problem =
        free.withDecisions(free.decisions().stream().map(d -> d.atLeastIfOn(90)).toList());
    SeparableObjective objective = hills(2.5);
    double best = Solvers.separable(problem, objective).value();
    ConcaveBound bound = new ConcaveBound(new ConcaveEnvelope(problem, objective));
    assertThat(bound.climb(problem, problem.present(), 100).value()).isBetween(best, 1.1 * best);
  }
}
