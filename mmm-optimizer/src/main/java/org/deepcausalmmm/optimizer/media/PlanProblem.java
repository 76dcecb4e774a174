package org.deepcausalmmm.optimizer.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deepcausalmmm.optimizer.constraint.ConstraintFile;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.Money;

/** The decisions of a plan: cells with their usual bounds, and the rules of the user. */
final class PlanProblem {
  /** By how much a frontier reaches beyond the budget. */
  static final double REACH = 1.5;

  /**
   * How far the usual bounds let spend rise beyond the most ever seen. Response curves are
   * extrapolated there; 30% is also the usual range of Meridian's optimiser.
   */
  private static final double BEYOND_SEEN = 1.3;

  private final SpendMap map;
  private final double[] present;
  private final double[] observed;
  private final Set<String> confounded;

  /** Measures a problem in which every channel may be raised. */
  PlanProblem(SpendMap map, double[][][] present, double[][][] spent) {
    this(map, present, spent, Set.of());
  }

  /**
   * Measures the present spend and the greatest spend ever seen of every decision.
   *
   * @param present [paid channel][region][planned week]
   * @param spent [paid channel][region][week]: all of the history
   * @param confounded names of channels that are not raised beyond their present spend
   */
  PlanProblem(SpendMap map, double[][][] present, double[][][] spent, Set<String> confounded) {
    this.map = map;
    this.confounded = confounded;
    this.present = Arrays.stream(map.total(present)).map(x -> Money.of(Money.cents(x))).toArray();
    observed = new double[map.size()];
    for (int i = 0; i < observed.length; i++) {
      observed[i] = observed(map.lines().get(i), spent);
    }
  }

  /** Returns the most that was ever spent in as many weeks, in the same places. */
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

  /** Returns the spend of the present plan in whole cents: [decision]. */
  double[] present() {
    return present.clone();
  }

  /**
   * Returns the problem under a budget.
   *
   * <p>The usual upper bound of a cell is 1.3 times the most that it ever saw in as many weeks,
   * whatever the budget: money that no cell may take stays unspent. Rules of the user replace it. A
   * channel whose evidence is confounded keeps its present spend as the upper bound, unless a rule
   * names it.
   *
   * @throws org.deepcausalmmm.api.MmmException with the codes of problems and of constraints files
   */
  BudgetProblem state(double budget, Optional<PlanRequest.Constraints> rules) {
    BudgetProblem.requireBudget(budget);
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < present.length; i++) {
      double most = Math.min(Money.LARGEST, BEYOND_SEEN * Math.max(present[i], observed[i]));
      decisions.add(
          Decision.upTo(map.lines().get(i).cell(), Money.of(Money.ceilCents(most)), present[i])
              .observedUpTo(observed[i]));
    }
    BudgetProblem free = BudgetProblem.of(decisions, budget);
    BudgetProblem ruled =
        rules.map(r -> ConstraintFile.apply(r.file(), r.text(), free)).orElse(free);
    Set<String> decided =
        rules.map(r -> ConstraintFile.boundedByName(r.file(), r.text())).orElse(Set.of());
    return ruled.withDecisions(
        ruled.decisions().stream()
            .map(d -> decided.contains(d.cell().channel()) ? d : notRaised(d))
            .map(d -> reachable(d, budget))
            .toList());
  }

  /** Returns a decision that does not raise a channel whose evidence is confounded. */
  private Decision notRaised(Decision decision) {
    double least = Math.max(decision.lower(), decision.minimumIfOn());
    double most = Math.max(least, decision.present());
    return confounded.contains(decision.cell().channel()) && decision.upper() > most
        ? decision.within(decision.lower(), most)
        : decision;
  }

  /** Returns a decision whose upper bound is no more than any budget of the frontier could pay. */
  private static Decision reachable(Decision decision, double budget) {
    double most = Math.max(decision.lower(), REACH * budget);
    return decision.upper() <= most || decision.minimumIfOn() > most
        ? decision
        : decision.within(decision.lower(), most);
  }
}
