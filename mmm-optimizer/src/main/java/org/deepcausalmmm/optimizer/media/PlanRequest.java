package org.deepcausalmmm.optimizer.media;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.optimizer.Mode;
import org.deepcausalmmm.optimizer.risk.Risk;

/**
 * A request for a plan.
 *
 * @param window the weeks; absent for the thirteen after the data
 * @param budget the most that may be spent; absent for the present spend, or for twice the present
 *     spend where a mode looks for the budget
 * @param constraints rules besides the usual bounds
 * @param confounded names of channels whose evidence is confounded: they are not raised beyond
 *     their present spend, unless a bound of the constraints names them
 */
public record PlanRequest(
    Optional<FutureWeeks> window,
    PlanBy by,
    Mode mode,
    OptionalDouble budget,
    Risk risk,
    Optional<Constraints> constraints,
    Set<String> confounded) {
  public PlanRequest {
    confounded = Set.copyOf(confounded);
  }

  /** Creates a request that may raise every channel. */
  public PlanRequest(
      Optional<FutureWeeks> window,
      PlanBy by,
      Mode mode,
      OptionalDouble budget,
      Risk risk,
      Optional<Constraints> constraints) {
    this(window, by, mode, budget, risk, constraints, Set.of());
  }

  /** The text of a constraints file. */
  public record Constraints(String file, String text) {}

  /** Returns the same with other weeks. */
  public PlanRequest in(FutureWeeks newWindow) {
    return new PlanRequest(Optional.of(newWindow), by, mode, budget, risk, constraints, confounded);
  }

  /** Returns the same with rules. */
  public PlanRequest under(Constraints rules) {
    return new PlanRequest(window, by, mode, budget, risk, Optional.of(rules), confounded);
  }

  /** Returns the same with another measure of the draws. */
  public PlanRequest measuredBy(Risk newRisk) {
    return new PlanRequest(window, by, mode, budget, newRisk, constraints, confounded);
  }

  /** Returns the same in another mode. */
  public PlanRequest inMode(Mode newMode) {
    return new PlanRequest(window, by, newMode, budget, risk, constraints, confounded);
  }

  /** Returns the same that does not raise channels beyond their present spend. */
  public PlanRequest notRaising(Set<String> channels) {
    return new PlanRequest(window, by, mode, budget, risk, constraints, channels);
  }
}
