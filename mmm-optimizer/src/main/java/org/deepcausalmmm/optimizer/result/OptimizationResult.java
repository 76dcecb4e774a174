package org.deepcausalmmm.optimizer.result;

import java.util.List;
import java.util.OptionalDouble;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;

/**
 * Says what the best plan found is, what it is compared with and how good it is at least.
 *
 * @param problem what was decided
 * @param present the present plan
 * @param even the even split, moved into the bounds
 * @param optimum the best plan; it keeps every rule and is no worse than the others that do
 * @param guarantee what is known about its distance from the optimum
 * @param upperBound what no allowed plan exceeds; empty if nothing is proven
 * @param gap how far below it the optimum may be, relative to it; empty if nothing is proven
 * @param marginal [decision]: what a further unit of money earns at the optimum
 * @param active the rules that the optimum is held by
 * @param unspent money left over
 * @param unspentReason why
 * @param beyondObserved cells that would spend more than ever was spent, with the range
 * @param probabilityBetter share of the draws in which the optimum beats the present plan; empty
 *     without draws
 * @param method how the optimum was found
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record OptimizationResult(
    BudgetProblem problem,
    PlanScore present,
    PlanScore even,
    PlanScore optimum,
    Guarantee guarantee,
    OptionalDouble upperBound,
    OptionalDouble gap,
    double[] marginal,
    List<ActiveLimit> active,
    double unspent,
    Unspent unspentReason,
    List<String> beyondObserved,
    OptionalDouble probabilityBetter,
    String method) {
  public OptimizationResult {
    active = List.copyOf(active);
    beyondObserved = List.copyOf(beyondObserved);
  }

  /** Gives the incremental outcome that the optimum adds to the present plan's. */
  public double gain() {
    return optimum.value() - present.value();
  }
}
