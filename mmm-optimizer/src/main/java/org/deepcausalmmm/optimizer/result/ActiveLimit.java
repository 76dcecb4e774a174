package org.deepcausalmmm.optimizer.result;

/**
 * An active constraint: a rule that stops the plan from moving further.
 *
 * @param name the cell or limit; {@code budget} for the total
 * @param side which end of it
 * @param amount the money at which it stops the plan
 */
public record ActiveLimit(String name, Side side, double amount) {
  /** The ends of a rule. */
  public enum Side {
    LOWER,
    UPPER,
    MINIMUM_IF_ON
  }
}
