package org.deepcausalmmm.optimizer.problem;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The allowed plans: cells with bounds, limits on several cells, and the budget.
 *
 * <p>A plan is an array of money, one amount per decision, in their order.
 *
 * @param budget the most that may be spent in all
 * @param minimumSpend the least that has to be spent in all; 0 if money may be left over
 */
public record BudgetProblem(
    List<Decision> decisions, List<Limit> limits, double budget, double minimumSpend) {

  public BudgetProblem {
    decisions = List.copyOf(decisions);
    limits = List.copyOf(limits);
    if (decisions.isEmpty()) {
      throw OptimizerErrors.empty();
    }
    Set<Cell> seen = new HashSet<>();
    for (Decision decision : decisions) {
      if (!seen.add(decision.cell())) {
        throw OptimizerErrors.twice(decision.cell().label());
      }
    }
    for (Limit limit : limits) {
      requireCells(limit, decisions.size());
    }
    requireBudget(budget, minimumSpend);
    requireLowerBounds(decisions, budget);
  }

  /** Allows any plan within the bounds that spends at most the budget. */
  public static BudgetProblem of(List<Decision> decisions, double budget) {
    return new BudgetProblem(decisions, List.of(), budget, 0);
  }

  /** Returns the same with another budget, of which any part may be left over. */
  public BudgetProblem withBudget(double newBudget) {
    return new BudgetProblem(decisions, limits, newBudget, 0);
  }

  /** Returns the same with other limits. */
  public BudgetProblem withLimits(List<Limit> newLimits) {
    return new BudgetProblem(decisions, newLimits, budget, minimumSpend);
  }

  /** Returns the same with other decisions. */
  public BudgetProblem withDecisions(List<Decision> newDecisions) {
    return new BudgetProblem(newDecisions, limits, budget, minimumSpend);
  }

  /** Returns how many decisions there are. */
  public int size() {
    return decisions.size();
  }

  /** Returns the present plan, whether allowed or not. */
  public double[] present() {
    return decisions.stream().mapToDouble(Decision::present).toArray();
  }

  private static void requireCells(Limit limit, int size) {
    if (limit.cells().isEmpty()) {
      throw OptimizerErrors.emptyGroup(limit.name());
    }
    if (new HashSet<>(limit.cells()).size() < limit.cells().size()) {
      throw OptimizerErrors.twice(limit.name());
    }
    for (int cell : limit.cells()) {
      if (cell < 0 || cell >= size) {
        throw OptimizerErrors.unknownCell(limit.name(), cell, size);
      }
    }
  }

  /**
   * Requires that a budget is an amount of money, before anything is derived from it.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-USAGE-304
   */
  public static void requireBudget(double budget) {
    if (!(budget >= 0 && budget <= Money.LARGEST)) {
      throw OptimizerErrors.notMoney("The budget", budget);
    }
  }

  private static void requireBudget(double budget, double minimumSpend) {
    requireBudget(budget);
    if (!(minimumSpend >= 0 && minimumSpend <= budget)) {
      throw OptimizerErrors.crossedBounds("the total spend", minimumSpend, budget);
    }
  }

  private static void requireLowerBounds(List<Decision> decisions, double budget) {
    long needed = 0;
    for (Decision decision : decisions) {
      needed += Money.ceilCents(decision.lower());
    }
    if (needed > Money.floorCents(budget)) {
      throw OptimizerErrors.budgetTooSmall(budget, Money.of(needed));
    }
  }
}
