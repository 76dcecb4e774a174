package org.deepcausalmmm.optimizer.solve;

import java.util.Arrays;
import java.util.Optional;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;

/**
 * The improvement of an allowed plan down to the cent: the best joint change of all cells by a few
 * steps each, again and again with smaller steps.
 */
final class WindowSearch {
  private static final int MOST_ROUNDS = 30;

  private final CentProblem problem;
  private final SeparableObjective objective;
  private final int window;

  WindowSearch(CentProblem problem, SeparableObjective objective) {
    this.problem = problem;
    this.objective = objective;
    this.window = Math.max(2, Math.min(8, 600 / problem.size()));
  }

  /**
   * Returns a plan at least as good.
   *
   * @param plan [cell]: cents; keeps all bounds and groups
   * @param firstStep cents
   */
  long[] improve(long[] plan, long firstStep) {
    long[] best = plan;
    for (long step = Math.max(1, firstStep); step >= 1; step /= 3) {
      for (int round = 0; round < MOST_ROUNDS; round++) {
        Optional<long[]> better = move(best, step);
        if (better.isEmpty()) {
          break;
        }
        best = better.get();
      }
    }
    return best;
  }

  private Optional<long[]> move(long[] plan, long step) {
    Choices[] choices = new Choices[plan.length];
    double before = 0;
    for (int i = 0; i < plan.length; i++) {
      choices[i] = around(i, plan[i], step);
      before += objective.responses().get(i).value(Money.of(plan[i]));
    }
    TreeProgram.Terms[] terms = new TreeProgram.Terms[problem.root().count()];
    for (GroupNode node : problem.nodes()) {
      terms[node.id()] = new TreeProgram.Terms(node.total(plan), 0, 0);
    }
    // Gains from the present plan are compared, so that large totals do not hide small gains.
    Optional<TreeProgram.Best> best =
        new TreeProgram(problem.root(), choices, terms, step, 40 * window).solve();
    if (best.isEmpty() || best.get().value() <= 1e-13 * Math.abs(before)) {
      return Optional.empty();
    }
    long[] stepped = plan.clone();
    for (int i = 0; i < plan.length; i++) {
      stepped[i] += choices[i].units()[best.get().picked()[i]] * step;
    }
    return Optional.of(stepped);
  }

  private Choices around(int cell, long spend, long step) {
    int[] units = new int[2 * window + 1];
    double[] gains = new double[units.length];
    double present = objective.responses().get(cell).value(Money.of(spend));
    int count = 0;
    for (int d = -window; d <= window; d++) {
      long stepped = spend + d * step;
      if (problem.allows(cell, stepped)) {
        units[count] = d;
        gains[count++] = objective.responses().get(cell).value(Money.of(stepped)) - present;
      }
    }
    return new Choices(Arrays.copyOf(units, count), Arrays.copyOf(gains, count));
  }
}
