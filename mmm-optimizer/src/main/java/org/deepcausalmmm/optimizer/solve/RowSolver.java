package org.deepcausalmmm.optimizer.solve;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;

/**
 * The maximisation of the sum of the cells' responses when limits cross each other: change limits,
 * or groups that overlap.
 *
 * <p>A linear program over the concave envelopes gives a start. A mixed-integer program over the
 * responses gives another one and a bound, where the problem is small enough; projected gradients
 * polish. The nested part without the crossing limits bounds the value in any case.
 */
final class RowSolver {
  /** The most cells for which a mixed-integer program is tried. */
  private static final int MOST_INTEGER = 40;

  /** Pieces per response in the first, quick mixed-integer program and in the second one. */
  private static final int[] PIECES = {24, 64};

  private static final int SECONDS = 6;

  /** A relative gap at which no finer program is tried. */
  private static final double CLOSED = 2e-3;

  private final BudgetProblem original;
  private final CentProblem problem;
  private final SeparableObjective objective;
  private final List<double[]> starts;
  private double bound;

  private RowSolver(BudgetProblem original, SeparableObjective objective) {
    this.original = original;
    this.problem = CentProblem.of(original);
    this.objective = objective;
    this.starts = LocalSolver.usualStarts(original);
  }

  static Solution solve(BudgetProblem problem, SeparableObjective objective) {
    return new RowSolver(problem, objective).run();
  }

  private Solution run() {
    Solution nested = SeparableSolver.solve(original, objective);
    if (CentRounding.keepsRows(problem, Money.cents(nested.plan()))) {
      return nested;
    }
    starts.add(nested.plan());
    bound = nested.upperBound().orElse(Double.POSITIVE_INFINITY);
    double scale = Math.abs(nested.value());
    relax(scale);
    Optional<Solution> best = Optional.empty();
    for (int pieces : PIECES) {
      if (problem.size() <= MOST_INTEGER && !closed(best)) {
        PiecewiseProgram.mixedInteger(problem, objective, pieces, scale, SECONDS)
            .ifPresent(this::learn);
      }
      if (!closed(best)) {
        best.ifPresent(b -> starts.add(b.plan()));
        best = LocalSolver.solve(original, objective, starts, LocalSolver.MOST_STEPS);
        starts.clear();
      }
    }
    Solution found =
        best.orElseThrow(
            () -> OptimizerErrors.impossible("no plan in whole cents was found that keeps them."));
    return new Solution(
        found.plan(),
        found.value(),
        OptionalDouble.of(Math.max(bound, found.value())),
        "piecewise linear program and projected gradient");
  }

  private boolean closed(Optional<Solution> best) {
    return best.isPresent() && bound - best.get().value() <= CLOSED * Math.abs(bound);
  }

  private void relax(double scale) {
    int pieces = Math.max(8, Math.min(60, 6000 / problem.size()));
    PiecewiseProgram.relaxed(problem, objective, pieces, scale)
        .ifPresent(
            relaxed -> {
              starts.add(money(relaxed.plan()));
              bound = Math.min(bound, envelopeBound(pieces, relaxed));
            });
  }

  private void learn(PiecewiseProgram.Optimum integer) {
    starts.add(money(integer.plan()));
    if (integer.optimal()) {
      double value = integer.value() + integer.error();
      bound = Math.min(bound, value + 1e-6 * Math.abs(value));
    }
  }

  /** Returns the program's value plus what the responses may exceed the envelopes' samples by. */
  private double envelopeBound(int pieces, PiecewiseProgram.Optimum relaxed) {
    if (!relaxed.optimal()) {
      return Double.POSITIVE_INFINITY;
    }
    double bound = relaxed.value() * (1 + 1e-6 * Math.signum(relaxed.value()));
    for (int i = 0; i < problem.size(); i++) {
      bound +=
          Envelope.of(problem, i, objective.responses().get(i), pieces)
              .excess(objective.responses().get(i), problem.threshold()[i]);
    }
    return bound;
  }

  private static double[] money(double[] cents) {
    double[] money = new double[cents.length];
    for (int i = 0; i < money.length; i++) {
      money[i] = cents[i] / 100;
    }
    return money;
  }
}
