package org.deepcausalmmm.optimizer;

import org.deepcausalmmm.optimizer.problem.OptimizerErrors;

/**
 * The question that an optimisation answers; the problem's budget is always the most that may be
 * spent.
 */
public sealed interface Mode {
  /** The most with the problem's budget. */
  record FixedBudget() implements Mode {}

  /**
   * An outcome with the least money.
   *
   * @param goal incremental outcome
   */
  record MinimumBudget(double goal) implements Mode {
    public MinimumBudget {
      requirePositive("The outcome goal", goal);
    }
  }

  /** The present plan's outcome with the least money. */
  record SameOutcome() implements Mode {}

  /**
   * Spend as much as possible while outcome per money stays at a level in all.
   *
   * @param roi incremental outcome per unit of money
   */
  record TargetRoi(double roi) implements Mode {
    public TargetRoi {
      requirePositive("The target ROI", roi);
    }
  }

  /**
   * Spend until the next unit of money earns less than a level.
   *
   * @param marginalRoi incremental outcome of the next unit of money
   */
  record TargetMarginalRoi(double marginalRoi) implements Mode {
    public TargetMarginalRoi {
      requirePositive("The target mROI", marginalRoi);
    }
  }

  /**
   * Spend as much as possible while money per unit of outcome stays at a level in all.
   *
   * @param cost money per unit of incremental outcome
   */
  record TargetCpa(double cost) implements Mode {
    public TargetCpa {
      requirePositive("The target CPA", cost);
    }
  }

  /**
   * The present plan, and more on top of it.
   *
   * @param amount the additional money; it may exceed the problem's budget
   */
  record ExtraMoney(double amount) implements Mode {
    public ExtraMoney {
      requirePositive("The extra money", amount);
    }
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw OptimizerErrors.notPositive(what, value);
    }
  }
}
