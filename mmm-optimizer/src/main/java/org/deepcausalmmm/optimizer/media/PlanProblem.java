package org.deepcausalmmm.optimizer.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.optimizer.constraint.ConstraintFile;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.Money;

/** States what may be decided: cells with their usual bounds, and the user's rules. */
final class PlanProblem {
  /** By how much a frontier reaches beyond the budget. */
  static final double REACH = 1.5;

  private static final double TWICE = 2;

  private final SpendMap map;
  private final double[] present;
  private final double[] observed;

  /**
   * Looks at what was spent.
   *
   * @param present [paid channel][region][planned week]
   * @param spent [paid channel][region][week]: all of the history
   */
  PlanProblem(SpendMap map, double[][][] present, double[][][] spent) {
    this.map = map;
    this.present = Arrays.stream(map.total(present)).map(x -> Money.of(Money.cents(x))).toArray();
    observed = new double[map.size()];
    for (int i = 0; i < observed.length; i++) {
      observed[i] = observed(map.lines().get(i), spent);
    }
  }

  /** Gives the most that was ever spent in as many weeks, in the same places. */
  private double observed(SpendMap.Line line, double[][][] spent) {
    int span = line.cell().week() == null ? map.weeks() : 1;
    boolean[] regions = new boolean[map.regions()];
    for (int place : line.place()) {
      regions[place / map.weeks()] = true;
    }
    int history = spent[0][0].length;
    double most = 0;
    double sum = 0;
    for (int t = 0; t < history; t++) {
      for (int r = 0; r < regions.length; r++) {
        if (regions[r]) {
          sum += spent[line.channel()][r][t];
          sum -= t >= span ? spent[line.channel()][r][t - span] : 0;
        }
      }
      most = Math.max(most, sum);
    }
    return most;
  }

  /** Gives the spend of the present plan in whole cents: [decision]. */
  double[] present() {
    return present.clone();
  }

  /**
   * States the problem.
   *
   * <p>The usual upper bound of a cell is twice its present spend, or the most that it ever saw if
   * that is more, times the ratio of the budget to the present spend where that is above 1.
   *
   * @throws org.deepcausalmmm.api.MmmException with the codes of problems and of constraints files
   */
  BudgetProblem state(double budget, Optional<PlanRequest.Constraints> rules) {
    BudgetProblem.requireBudget(budget);
    double all = Money.sum(present);
    double ratio = all > 0 ? Math.max(1, budget / all) : 1;
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < present.length; i++) {
      double upper = Math.max(TWICE * present[i], observed[i]) * ratio;
      double most = Math.min(Money.LARGEST, upper > 0 ? upper : budget);
      decisions.add(
          Decision.upTo(map.lines().get(i).cell(), Money.of(Money.ceilCents(most)), present[i])
              .observedUpTo(observed[i]));
    }
    BudgetProblem free = BudgetProblem.of(decisions, budget);
    BudgetProblem ruled =
        rules.map(r -> ConstraintFile.apply(r.file(), r.text(), free)).orElse(free);
    return ruled.withDecisions(ruled.decisions().stream().map(d -> reachable(d, budget)).toList());
  }

  /** Takes away from an upper bound what no budget that is looked at could pay. */
  private static Decision reachable(Decision decision, double budget) {
    double most = Math.max(decision.lower(), REACH * budget);
    return decision.upper() <= most || decision.minimumIfOn() > most
        ? decision
        : decision.within(decision.lower(), most);
  }
}
