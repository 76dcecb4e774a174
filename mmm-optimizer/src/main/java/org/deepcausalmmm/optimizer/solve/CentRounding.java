package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The rounding of plans to whole cents under which crossing rows hold. */
final class CentRounding {
  private CentRounding() {}

  /**
   * Returns the problem with crossing rows narrowed by what rounding may cost, where there is room.
   */
  static CentProblem narrowed(CentProblem problem) {
    return shifted(
        problem,
        row ->
            row.rounding() == 0
                ? Math.min(2 * row.cells().length, (row.upper() - row.lower()) / 4)
                : 0);
  }

  /** Returns the problem with crossing rows widened by what whole cents may break them by. */
  static CentProblem widened(CentProblem problem) {
    return shifted(problem, row -> -row.rounding());
  }

  private static CentProblem shifted(CentProblem problem, ToDoubleFunction<Row> inwards) {
    List<Row> rows = new ArrayList<>();
    for (Row row : problem.crossing()) {
      double margin = inwards.applyAsDouble(row);
      rows.add(
          new Row(
              row.cells(),
              row.weights(),
              row.lower() + margin,
              row.upper() - margin,
              row.rounding()));
    }
    return new CentProblem(
        problem.lower(), problem.upper(), problem.threshold(), problem.root(), rows);
  }

  /**
   * Returns a plan in whole cents that keeps all rules; empty if rounding cannot keep a row.
   *
   * @param plan [cell]: cents, not whole
   * @param on [cell]: the cells that are switched on
   */
  static Optional<long[]> round(CentProblem problem, double[] plan, boolean[] on) {
    long[] target = new long[plan.length];
    for (int i = 0; i < plan.length; i++) {
      target[i] = Math.round(plan[i]);
    }
    return TreeFill.withSwitches(problem, target, on).filter(cents -> keepsRows(problem, cents));
  }

  /** Returns whether a plan keeps the crossing rows, changes to within a cent per amount. */
  static boolean keepsRows(CentProblem problem, long[] plan) {
    double[] amounts = new double[plan.length];
    for (int i = 0; i < plan.length; i++) {
      amounts[i] = plan[i];
    }
    for (Row row : problem.crossing()) {
      if (row.violation(amounts) > row.rounding() + 1e-6) {
        return false;
      }
    }
    return true;
  }
}
