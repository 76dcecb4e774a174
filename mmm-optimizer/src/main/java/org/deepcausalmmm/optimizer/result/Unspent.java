package org.deepcausalmmm.optimizer.result;

/** The reason why money is left over. */
public enum Unspent {
  NOTHING("The budget is spent to the last cent."),
  LIMITS(
      "Every cell is at an upper bound or held by a limit. Without rules of yours the upper bound is"
          + " 1.3 times the most ever spent; 'bounds' of a constraints file raise it, 'cell_bounds' in plans by region or week."),
  MINIMUM_IF_ON("What is left is less than the minimum of every cell that is off."),
  NO_GAIN("Further money would earn nothing, or less than it costs in another cell.");

  private final String reason;

  Unspent(String reason) {
    this.reason = reason;
  }

  /** Returns the reason as a sentence. */
  public String reason() {
    return reason;
  }
}
