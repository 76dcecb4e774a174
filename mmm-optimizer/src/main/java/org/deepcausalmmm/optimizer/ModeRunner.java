package org.deepcausalmmm.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;
import org.deepcausalmmm.optimizer.solve.Solution;
import org.jspecify.annotations.Nullable;

/** The reduction of every mode to a series of fixed budgets. */
final class ModeRunner {
  private static final int SCAN = 16;
  private static final int MOST_SOLVES = 40;

  /** The search for a budget ends when it is known to this share of the largest. */
  private static final double RESOLUTION = 1e-6;

  private final BudgetOptimizer optimizer;

  /** A budget with its best plan. */
  private record Point(double budget, Solution solution) {
    double spend() {
      return Money.sum(solution.plan());
    }
  }

  ModeRunner(BudgetOptimizer optimizer) {
    this.optimizer = optimizer;
  }

  ModeResult run(BudgetProblem problem, Mode mode) {
    if (mode instanceof Mode.MinimumBudget minimum) {
      return leastBudget(problem, mode, minimum.goal());
    } else if (mode instanceof Mode.SameOutcome) {
      return leastBudget(problem, mode, optimizer.value(problem.present()));
    } else if (mode instanceof Mode.TargetRoi target) {
      return averageAtLeast(problem, mode, target.roi());
    } else if (mode instanceof Mode.TargetCpa target) {
      return averageAtLeast(problem, mode, 1 / target.cost());
    } else if (mode instanceof Mode.TargetMarginalRoi target) {
      return marginalAtLeast(problem, mode, target.marginalRoi());
    } else if (mode instanceof Mode.ExtraMoney extra) {
      return maximise(onTopOfPresent(problem, extra.amount()), mode);
    }
    return maximise(problem, mode);
  }

  private ModeResult maximise(BudgetProblem problem, Mode mode) {
    return new ModeResult(
        mode, problem.budget(), optimizer.maximise(problem), OptionalDouble.empty());
  }

  private static BudgetProblem onTopOfPresent(BudgetProblem problem, double amount) {
    List<Decision> decisions = new ArrayList<>();
    double present = 0;
    for (Decision decision : problem.decisions()) {
      decisions.add(decision.within(decision.present(), decision.upper()));
      present += decision.present();
    }
    return problem.withDecisions(decisions).withBudget(present + amount);
  }

  private ModeResult leastBudget(BudgetProblem problem, Mode mode, double goal) {
    Point high = at(problem, problem.budget(), List.of());
    if (high.solution.value() < goal) {
      throw OptimizerErrors.unreachable(
          "an outcome of " + number(goal), number(high.solution.value()));
    }
    double low = 0;
    double lowValue = 0;
    double insufficient = 0;
    for (int n = 0; n < MOST_SOLVES && high.budget - low > resolution(problem); n++) {
      double budget = Money.of(Money.cents(next(low, lowValue, high, goal, n)));
      if (budget <= low || budget >= high.budget) {
        budget = Money.of(Money.cents(0.5 * (low + high.budget)));
      }
      Point middle = atOrNothing(problem, budget, high);
      if (middle != null && middle.solution.value() >= goal) {
        high = middle;
      } else {
        low = budget;
        lowValue = middle == null ? 0 : middle.solution.value();
        if (middle == null || middle.solution.upperBound().orElse(goal) < goal) {
          insufficient = budget;
        }
      }
    }
    boolean proven = high.solution.upperBound().isPresent();
    return answer(
        problem,
        mode,
        high,
        high.solution,
        proven ? OptionalDouble.of(insufficient) : OptionalDouble.empty());
  }

  /** Alternates between the straight line's crossing, from slightly above, and the middle. */
  private static double next(double low, double lowValue, Point high, double goal, int round) {
    double middle = 0.5 * (low + high.budget);
    double rise = high.solution.value() - lowValue;
    if (round % 3 == 2 || !(rise > 0)) {
      return middle;
    }
    double part = (goal - lowValue) / rise;
    double nudged = part + (round % 3 == 0 ? 0.002 : -0.002) * Math.min(1, 4 * part * (1 - part));
    return low + Math.max(0, Math.min(1, nudged)) * (high.budget - low);
  }

  private ModeResult averageAtLeast(BudgetProblem problem, Mode mode, double roi) {
    Point high = at(problem, problem.budget(), List.of());
    if (average(high) >= roi) {
      return answer(problem, mode, high, high.solution, OptionalDouble.empty());
    }
    // The average need not fall all the way, so the uppermost crossing is looked for.
    Point low = null;
    for (int k = SCAN - 1; k > 0 && low == null; k--) {
      Point point = atOrNothing(problem, problem.budget() * k / SCAN, high);
      if (point == null) {
        break;
      }
      if (average(point) >= roi) {
        low = point;
      } else {
        high = point;
      }
    }
    if (low == null) {
      throw OptimizerErrors.unreachable(
          "an average of " + number(roi) + " per unit of money", number(average(high)));
    }
    for (int n = 0; n < MOST_SOLVES && high.budget - low.budget > resolution(problem); n++) {
      Point middle = at(problem, 0.5 * (low.budget + high.budget), List.of(low.solution.plan()));
      if (average(middle) >= roi) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return answer(problem, mode, low, low.solution, OptionalDouble.empty());
  }

  private static double average(Point point) {
    return point.spend() > 0 ? point.solution.value() / point.spend() : Double.NEGATIVE_INFINITY;
  }

  private ModeResult marginalAtLeast(BudgetProblem problem, Mode mode, double marginal) {
    Solution net = optimizer.solve(problem.withBudget(problem.budget()), marginal, List.of());
    double spend = Money.sum(net.plan());
    double value = optimizer.value(net.plan());
    // Any plan of the same total earns at most the bound on what is left, plus the price paid.
    OptionalDouble bound =
        net.upperBound().isPresent()
            ? OptionalDouble.of(Math.max(value, net.upperBound().getAsDouble() + marginal * spend))
            : OptionalDouble.empty();
    Solution solution = new Solution(net.plan(), value, bound, net.method());
    return answer(problem, mode, new Point(spend, solution), solution, OptionalDouble.empty());
  }

  private ModeResult answer(
      BudgetProblem problem, Mode mode, Point point, Solution solution, OptionalDouble proven) {
    double spend = point.spend();
    return new ModeResult(
        mode, spend, optimizer.result(problem.withBudget(point.budget), solution), proven);
  }

  private Point at(BudgetProblem problem, double budget, List<double[]> starts) {
    double rounded = Money.of(Money.floorCents(budget));
    return new Point(rounded, optimizer.solve(problem.withBudget(rounded), 0, starts));
  }

  /** Returns the best plan of a budget; null if the budget cannot pay for the lower limits. */
  private @Nullable Point atOrNothing(BudgetProblem problem, double budget, Point near) {
    try {
      return at(problem, budget, List.of(near.solution.plan()));
    } catch (MmmException e) {
      if (OptimizerErrors.isBudgetTooSmall(e)) {
        return null;
      }
      throw e;
    }
  }

  private static double resolution(BudgetProblem problem) {
    return Math.max(0.01, RESOLUTION * problem.budget());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
