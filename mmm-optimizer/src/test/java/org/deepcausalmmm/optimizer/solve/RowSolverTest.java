package org.deepcausalmmm.optimizer.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.optimizer.constraint.PlanChecker;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Limit;
import org.junit.jupiter.api.Test;

class RowSolverTest {

  private static BudgetProblem overlapping(RandomProblems random) {
    double budget = random.problem().budget();
    return random
        .problem()
        .withLimits(
            List.of(
                new Limit.Group("first", List.of(0, 1, 2), 0.2 * budget, 0.4 * budget),
                new Limit.Group("second", List.of(2, 3, 4), 0, 0.3 * budget)));
  }

  @Test
  void comesCloseToTheBoundWhenGroupsOverlap() {
    double worst = 0;
    for (int seed = 0; seed < 5; seed++) {
      RandomProblems random = RandomProblems.hill(new Random(seed), 8, 0, 2);
      BudgetProblem problem = overlapping(random);
      Solution solution = Solvers.separable(problem, random.objective());
      assertThat(PlanChecker.violations(problem, solution.plan())).isEmpty();
      worst = Math.max(worst, Solvers.gap(solution).orElseThrow());
    }
    assertThat(worst).isLessThan(0.005);
  }

  @Test
  void findsNoBetterPlanByRandomSearch() {
    RandomProblems random = RandomProblems.hill(new Random(3), 5, 0, 2);
    BudgetProblem problem = overlapping(random);
    Solution solution = Solvers.separable(problem, random.objective());
    Random draws = new Random(1);
    int allowed = 0;
    for (int n = 0; n < 50_000; n++) {
      double[] plan = RandomPlans.draw(problem, draws);
      if (PlanChecker.allows(problem, plan)) {
        allowed++;
        assertThat(random.objective().value(plan)).isLessThanOrEqualTo(solution.value());
      }
    }
    assertThat(allowed).isGreaterThan(100);
  }

  @Test
  void holdsChangesFromCellToCell() {
    RandomProblems random = RandomProblems.hill(new Random(5), 8, 0, 2);
    List<Limit> limits = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      limits.add(new Limit.Change("change " + i, i, i + 1, 100, 0.2));
    }
    BudgetProblem problem = random.problem().withLimits(limits);
    Solution solution = Solvers.separable(problem, random.objective());
    assertThat(PlanChecker.violations(problem, solution.plan())).isEmpty();
    assertThat(Solvers.gap(solution).orElseThrow()).isLessThan(0.01);
  }

  @Test
  void refusesOverlappingGroupsThatContradictEachOther() {
    RandomProblems random = RandomProblems.hill(new Random(5), 5, 0, 2);
    double upper = random.problem().decisions().get(0).upper();
    BudgetProblem problem =
        random
            .problem()
            .withLimits(
                List.of(
                    new Limit.Group("first", List.of(0, 1), upper * 0.9, upper),
                    new Limit.Group("second", List.of(1, 2), 0, 0),
                    new Limit.Group("third", List.of(0, 3), 0, upper * 0.5)));
    assertThatThrownBy(() -> Solvers.separable(problem, random.objective()))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-USAGE-303"));
  }
}
