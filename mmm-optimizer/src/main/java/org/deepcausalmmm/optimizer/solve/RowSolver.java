package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
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

  private RowSolver(BudgetProblem original, SeparableObjective objective) {
    this.original = original;
    this.problem = CentProblem.of(original);
    this.objective = objective;
  }

  static Solution solve(BudgetProblem problem, SeparableObjective objective) {
    return new RowSolver(problem, objective).run();
  }

  private Solution run() {
    Solution nested = SeparableSolver.solve(original, objective);
    if (CentRounding.keepsRows(problem, Money.cents(nested.plan()))) {
      return nested;
    }
    double scale = Math.abs(nested.value());
    Known known =
        relaxed(
            new Known(
                    LocalSolver.usualStarts(original),
                    nested.upperBound().orElse(Double.POSITIVE_INFINITY))
                .with(nested.plan()),
            scale);
    Optional<Solution> best = Optional.empty();
    for (int pieces : PIECES) {
      if (problem.size() <= MOST_INTEGER && !known.closedBy(best)) {
        known = integer(known, pieces, scale);
      }
      if (!known.closedBy(best)) {
        Known all = best.isPresent() ? known.with(best.get().plan()) : known;
        best = LocalSolver.solve(original, objective, all.starts(), LocalSolver.MOST_STEPS);
        known = new Known(List.of(), known.bound());
      }
    }
    Solution found =
        best.orElseThrow(
            () -> OptimizerErrors.impossible("no plan in whole cents was found that keeps them."));
    return new Solution(
        found.plan(),
        found.value(),
        OptionalDouble.of(Math.max(known.bound(), found.value())),
        "piecewise linear program and projected gradient");
  }

  /**
   * Plans to climb from, and what no plan exceeds.
   *
   * @param starts each [cell]: money
   */
  private record Known(List<double[]> starts, double bound) {
    Known with(double[] start) {
      List<double[]> more = new ArrayList<>(starts);
      more.add(start);
      return new Known(more, bound);
    }

    Known boundedBy(double other) {
      return new Known(starts, Math.min(bound, other));
    }

    boolean closedBy(Optional<Solution> best) {
      return best.isPresent() && bound - best.get().value() <= CLOSED * Math.abs(bound);
    }
  }

  private Known relaxed(Known before, double scale) {
    int pieces = Math.max(8, Math.min(60, 6000 / problem.size()));
    return PiecewiseProgram.relaxed(problem, objective, pieces, scale)
        .map(
            relaxed -> before.with(money(relaxed.plan())).boundedBy(envelopeBound(pieces, relaxed)))
        .orElse(before);
  }

  private Known integer(Known before, int pieces, double scale) {
    Optional<PiecewiseProgram.Optimum> found =
        PiecewiseProgram.mixedInteger(problem, objective, pieces, scale, SECONDS);
    if (found.isEmpty()) {
      return before;
    }
    PiecewiseProgram.Optimum integer = found.get();
    Known with = before.with(money(integer.plan()));
    double value = integer.value() + integer.error();
    return integer.optimal() ? with.boundedBy(value + 1e-6 * Math.abs(value)) : with;
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
