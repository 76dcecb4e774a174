package org.deepcausalmmm.optimizer.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.Limit;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;

/**
 * The check of a plan against the problem as it was stated, by plain sums in whole cents.
 *
 * <p>It shares no code with the solvers, so that it finds their mistakes.
 */
public final class PlanChecker {
  private PlanChecker() {}

  /**
   * Names every rule that a plan breaks; empty if it is allowed.
   *
   * @param plan [decision]: money
   */
  public static List<String> violations(BudgetProblem problem, double[] plan) {
    if (plan.length != problem.size()) {
      throw OptimizerErrors.sizes("The plan", plan.length, problem.size());
    }
    List<String> broken = new ArrayList<>();
    long total = 0;
    for (int i = 0; i < plan.length; i++) {
      check(problem.decisions().get(i), plan[i], broken);
      total += Money.cents(plan[i]);
    }
    between(
        "the total",
        total,
        Money.ceilCents(problem.minimumSpend()),
        Money.floorCents(problem.budget()),
        broken);
    for (Limit limit : problem.limits()) {
      check(problem, limit, plan, broken);
    }
    return broken;
  }

  /** Returns whether a plan keeps every rule. */
  public static boolean allows(BudgetProblem problem, double[] plan) {
    return violations(problem, plan).isEmpty();
  }

  private static void check(Decision decision, double spend, List<String> broken) {
    String label = decision.cell().label();
    long cents = Money.cents(spend);
    double rounding = Math.max(1e-3, 2 * Math.ulp(spend * 100));
    if (!Double.isFinite(spend) || Math.abs(spend * 100 - cents) > rounding) {
      broken.add("%s is %s, not whole cents".formatted(label, spend));
      return;
    }
    between(
        label,
        cents,
        Money.ceilCents(decision.lower()),
        Money.floorCents(decision.upper()),
        broken);
    if (cents > 0 && cents < Money.ceilCents(decision.minimumIfOn())) {
      broken.add("%s spends %s, below its minimum if on".formatted(label, money(cents)));
    }
  }

  private static void check(
      BudgetProblem problem, Limit limit, double[] plan, List<String> broken) {
    long sum = 0;
    for (int cell : limit.cells()) {
      sum += Money.cents(plan[cell]);
    }
    if (limit instanceof Limit.Group group) {
      long upper =
          Double.isInfinite(group.upper()) ? Long.MAX_VALUE : Money.floorCents(group.upper());
      between(group.name(), sum, Money.ceilCents(group.lower()), upper, broken);
    } else if (limit instanceof Limit.Share share) {
      long budget = Money.floorCents(problem.budget());
      long lower = (long) Math.floor(share.lower() * budget + 1e-6);
      between(share.name(), sum, lower, (long) Math.ceil(share.upper() * budget - 1e-6), broken);
    } else if (limit instanceof Limit.Change change) {
      double before = plan[change.before()];
      double allowed = change.absolute() + change.relative() * before;
      double rounding = (2 + change.relative()) / 100;
      if (Math.abs(plan[change.after()] - before) > allowed + rounding) {
        broken.add(
            "%s changes from %s to %s"
                .formatted(
                    change.name(),
                    money(Money.cents(before)),
                    money(Money.cents(plan[change.after()]))));
      }
    }
  }

  private static void between(
      String what, long cents, long lower, long upper, List<String> broken) {
    if (cents < lower) {
      broken.add("%s is %s, below %s".formatted(what, money(cents), money(lower)));
    }
    if (cents > upper) {
      broken.add("%s is %s, above %s".formatted(what, money(cents), money(upper)));
    }
  }

  private static String money(long cents) {
    return String.format(Locale.ROOT, "%.2f", Money.of(cents));
  }
}
