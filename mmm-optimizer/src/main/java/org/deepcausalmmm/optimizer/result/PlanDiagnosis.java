package org.deepcausalmmm.optimizer.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.optimizer.constraint.PlanChecker;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.Limit;
import org.deepcausalmmm.optimizer.problem.Money;

/** The constraints that are active at a plan. */
public final class PlanDiagnosis {
  private static final double CENT = 0.01 * (1 + 1e-6);

  private PlanDiagnosis() {}

  /** Names the rules that a plan touches. */
  public static List<ActiveLimit> active(BudgetProblem problem, double[] plan) {
    List<ActiveLimit> active = new ArrayList<>();
    for (int i = 0; i < plan.length; i++) {
      Decision decision = problem.decisions().get(i);
      String label = decision.cell().label();
      touch(label, plan[i], decision.lower(), decision.upper(), active);
      if (plan[i] > 0 && Math.abs(plan[i] - decision.minimumIfOn()) < CENT) {
        active.add(new ActiveLimit(label, ActiveLimit.Side.MINIMUM_IF_ON, plan[i]));
      }
    }
    for (Limit limit : problem.limits()) {
      touch(problem, limit, plan, active);
    }
    double least = problem.minimumSpend() > 0 ? problem.minimumSpend() : -1;
    touch("budget", Money.sum(plan), least, problem.budget(), active);
    return active;
  }

  private static void touch(
      BudgetProblem problem, Limit limit, double[] plan, List<ActiveLimit> active) {
    double sum = 0;
    for (int cell : limit.cells()) {
      sum += plan[cell];
    }
    if (limit instanceof Limit.Group group) {
      touch(group.name(), sum, group.lower(), group.upper(), active);
    } else if (limit instanceof Limit.Share share) {
      double budget = problem.budget();
      touch(share.name(), sum, share.lower() * budget, share.upper() * budget, active);
    } else if (limit instanceof Limit.Change change) {
      double before = plan[change.before()];
      double allowed = change.absolute() + change.relative() * before;
      double difference = plan[change.after()] - before;
      touch(change.name(), difference, -allowed, allowed, active);
    }
  }

  private static void touch(
      String name, double amount, double lower, double upper, List<ActiveLimit> active) {
    if (amount - lower < CENT) {
      active.add(new ActiveLimit(name, ActiveLimit.Side.LOWER, amount));
    }
    if (upper - amount < CENT) {
      active.add(new ActiveLimit(name, ActiveLimit.Side.UPPER, amount));
    }
  }

  /** Returns the reason why money is left over. */
  public static Unspent unspent(BudgetProblem problem, double[] plan) {
    long remaining = Money.floorCents(problem.budget()) - Money.cents(Money.sum(plan));
    if (remaining <= 0) {
      return Unspent.NOTHING;
    }
    boolean waiting = false;
    for (int i = 0; i < plan.length; i++) {
      double[] more = plan.clone();
      Decision decision = problem.decisions().get(i);
      boolean off = plan[i] == 0 && decision.minimumIfOn() > 0;
      more[i] = off ? decision.minimumIfOn() : Money.of(Money.cents(plan[i]) + 1);
      if (off && Money.ceilCents(decision.minimumIfOn()) > remaining) {
        waiting = true;
      } else if (PlanChecker.allows(problem, more)) {
        return Unspent.NO_GAIN;
      }
    }
    return waiting ? Unspent.MINIMUM_IF_ON : Unspent.LIMITS;
  }

  /** Names the cells that would spend more than was ever spent, with the range. */
  public static List<String> beyondObserved(BudgetProblem problem, double[] plan) {
    List<String> flags = new ArrayList<>();
    for (int i = 0; i < plan.length; i++) {
      Decision decision = problem.decisions().get(i);
      if (plan[i] > decision.observed() + CENT) {
        flags.add(
            String.format(
                Locale.ROOT,
                "%s: %.2f is beyond the observed range 0.00 to %.2f; the response there is"
                    + " extrapolated",
                decision.cell().label(),
                plan[i],
                decision.observed()));
      }
    }
    return flags;
  }
}
