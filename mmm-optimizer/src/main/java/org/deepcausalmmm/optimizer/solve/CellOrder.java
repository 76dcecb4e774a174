package org.deepcausalmmm.optimizer.solve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Cell;
import org.deepcausalmmm.optimizer.problem.PlanObjective;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;

/**
 * The order of a problem's cells by name, and the way back to that of the problem.
 *
 * <p>Ties between cells, such as weeks that earn the same, are broken by their place. Solved in the
 * order of names, a plan does not depend on the order in which the data name the channels.
 */
final class CellOrder {
  private static final Comparator<Cell> BY_NAME =
      Comparator.comparing(Cell::channel)
          .thenComparing(Cell::region, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(
              Cell::week, Comparator.nullsFirst(Comparator.comparingInt(Cell.Week::place)));

  private final int[] from;
  private final int[] place;

  /** Sorts the cells of a problem. */
  CellOrder(BudgetProblem problem) {
    from =
        IntStream.range(0, problem.size())
            .boxed()
            .sorted(Comparator.comparing(i -> problem.decisions().get(i).cell(), BY_NAME))
            .mapToInt(i -> i)
            .toArray();
    place = new int[from.length];
    for (int i = 0; i < from.length; i++) {
      place[from[i]] = i;
    }
  }

  BudgetProblem sorted(BudgetProblem problem) {
    return new BudgetProblem(
        Arrays.stream(from).mapToObj(problem.decisions()::get).toList(),
        problem.limits().stream().map(limit -> limit.withCells(cell -> place[cell])).toList(),
        problem.budget(),
        problem.minimumSpend());
  }

  SeparableObjective sorted(SeparableObjective objective) {
    return new SeparableObjective(
        Arrays.stream(from).mapToObj(objective.responses()::get).toList());
  }

  List<double[]> sorted(List<double[]> plans) {
    return plans.stream().map(plan -> rearranged(plan, from)).toList();
  }

  PlanObjective sorted(PlanObjective objective) {
    return new PlanObjective() {
      @Override
      public double value(double[] plan) {
        return objective.value(rearranged(plan, place));
      }

      @Override
      public double[] gradient(double[] plan) {
        return rearranged(objective.gradient(rearranged(plan, place)), from);
      }
    };
  }

  Solution restored(Solution solution) {
    return new Solution(
        rearranged(solution.plan(), place),
        solution.value(),
        solution.upperBound(),
        solution.method());
  }

  private static double[] rearranged(double[] values, int[] sources) {
    return Arrays.stream(sources).mapToDouble(i -> values[i]).toArray();
  }
}
