package org.deepcausalmmm.optimizer.result;

import java.util.List;

/**
 * A plan and its objective value.
 *
 * @param name for tables: present, even or optimum
 * @param plan [decision]: money
 * @param spend in all
 * @param value incremental outcome
 * @param violations the rules that it breaks; empty if it is allowed
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record PlanScore(
    String name, double[] plan, double spend, double value, List<String> violations) {
  public PlanScore {
    violations = List.copyOf(violations);
  }

  /** Returns whether the plan keeps every rule. */
  public boolean allowed() {
    return violations.isEmpty();
  }
}
