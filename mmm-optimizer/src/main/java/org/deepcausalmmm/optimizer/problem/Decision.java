package org.deepcausalmmm.optimizer.problem;

/**
 * The decision on the spend of a cell. All amounts are money over the whole cell.
 *
 * @param lower the least spend, 0 or more
 * @param upper the most spend
 * @param minimumIfOn the least spend if any: 0 or at least this; 0 if there is no such rule
 * @param present the spend of the present plan, the reference of comparisons
 * @param observed the most that was ever spent; more is allowed but flagged
 */
public record Decision(
    Cell cell, double lower, double upper, double minimumIfOn, double present, double observed) {

  public Decision {
    requireMoney(cell, "lower bound", lower);
    requireMoney(cell, "upper bound", upper);
    requireMoney(cell, "minimum if on", minimumIfOn);
    requireMoney(cell, "present spend", present);
    requireMoney(cell, "observed maximum", observed);
    if (lower > upper) {
      throw OptimizerErrors.crossedBounds(cell.label(), lower, upper);
    }
    if (minimumIfOn > upper) {
      throw OptimizerErrors.minimumAboveUpper(cell.label(), minimumIfOn, upper);
    }
  }

  /** Allows anything from 0 to an upper bound; nothing above the present spend was ever seen. */
  public static Decision upTo(Cell cell, double upper, double present) {
    return new Decision(cell, 0, upper, 0, present, present);
  }

  /** Returns the same between other bounds. */
  public Decision within(double newLower, double newUpper) {
    return new Decision(cell, newLower, newUpper, minimumIfOn, present, observed);
  }

  /** Returns the same with the spend decided already; what it must be if on no longer matters. */
  public Decision fixedAt(double spend) {
    return new Decision(cell, spend, spend, 0, present, observed);
  }

  /** Returns the same with a least spend if any. */
  public Decision atLeastIfOn(double minimum) {
    return new Decision(cell, lower, upper, minimum, present, observed);
  }

  /** Returns the same with the most that was ever spent. */
  public Decision observedUpTo(double maximum) {
    return new Decision(cell, lower, upper, minimumIfOn, present, maximum);
  }

  private static void requireMoney(Cell cell, String what, double amount) {
    if (!(amount >= 0 && amount <= Money.LARGEST)) {
      throw OptimizerErrors.notMoney("The " + what + " of '" + cell.label() + "'", amount);
    }
  }
}
