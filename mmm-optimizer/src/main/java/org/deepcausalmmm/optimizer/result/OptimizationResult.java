package org.deepcausalmmm.optimizer.result;

import java.util.List;
import java.util.OptionalDouble;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;

/**
 * The best plan found, the plans it is compared with, and a proven bound.
 *
 * @param problem what was decided
 * @param plans the plans that are compared
 * @param proof what is known about the distance from the optimum
 * @param marginal [decision]: objective earned by a further unit of money at the optimum
 * @param active the rules that hold the optimum
 * @param leftover money left over
 * @param beyondObserved cells that would spend more than ever was spent, with the range
 * @param probabilityBetter share of the draws in which the optimum beats the present plan; empty
 *     without draws
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record OptimizationResult(
    BudgetProblem problem,
    ComparedPlans plans,
    ProvenBound proof,
    double[] marginal,
    List<ActiveLimit> active,
    Leftover leftover,
    List<String> beyondObserved,
    OptionalDouble probabilityBetter) {
  public OptimizationResult {
    active = List.copyOf(active);
    beyondObserved = List.copyOf(beyondObserved);
  }

  /**
   * The plans that are compared.
   *
   * @param present the present plan
   * @param even the even split, moved into the bounds
   * @param optimum the best plan; it keeps every rule and is no worse than the others that do
   */
  public record ComparedPlans(PlanScore present, PlanScore even, PlanScore optimum) {}

  /**
   * What is known about the distance from the optimum.
   *
   * @param guarantee the kind of knowledge
   * @param upperBound the objective that no allowed plan exceeds; empty if nothing is proven
   * @param gap how far below it the optimum may be, relative to it; empty if nothing is proven
   * @param method how the optimum was found
   */
  public record ProvenBound(
      Guarantee guarantee, OptionalDouble upperBound, OptionalDouble gap, String method) {}

  /** Money left over, with the reason. */
  public record Leftover(double amount, Unspent reason) {}

  /** Returns the present plan. */
  public PlanScore present() {
    return plans.present();
  }

  /** Returns the even split, moved into the bounds. */
  public PlanScore even() {
    return plans.even();
  }

  /** Returns the best plan found. */
  public PlanScore optimum() {
    return plans.optimum();
  }

  /** Returns the kind of knowledge about the distance from the optimum. */
  public Guarantee guarantee() {
    return proof.guarantee();
  }

  /** Returns the objective that no allowed plan exceeds; empty if nothing is proven. */
  public OptionalDouble upperBound() {
    return proof.upperBound();
  }

  /** Returns how far below the bound the optimum may be, relative to it; empty if unproven. */
  public OptionalDouble gap() {
    return proof.gap();
  }

  /** Returns how the optimum was found. */
  public String method() {
    return proof.method();
  }

  /** Returns the money left over. */
  public double unspent() {
    return leftover.amount();
  }

  /** Returns the reason why money is left over. */
  public Unspent unspentReason() {
    return leftover.reason();
  }

  /** Returns the incremental outcome that the optimum adds to the present plan's. */
  public double gain() {
    return optimum().value() - present().value();
  }
}
