package org.deepcausalmmm.optimizer.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import org.deepcausalmmm.optimizer.Mode;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;

/** The names of the modes on the command line. */
public enum PlanMode {
  /** Most outcome for a budget. */
  FIXED,
  /** Least budget for an outcome. */
  GOAL,
  /** Most money at an average return. */
  TARGET_ROI,
  /** Money until the next unit earns less. */
  TARGET_MROI,
  /** Most money at an average cost per unit of outcome. */
  TARGET_CPA,
  /** Where the next money goes. */
  EXTRA,
  /** Least budget for the present outcome. */
  REALLOCATE;

  /** Returns the name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Finds a mode by its name.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-USAGE-313
   */
  public static PlanMode of(String id) {
    return Arrays.stream(values())
        .filter(mode -> mode.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                OptimizerErrors.unknownChoice(
                    "--mode", id, Arrays.stream(values()).map(PlanMode::id).toList()));
  }

  /**
   * Returns the mode with its numbers.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-USAGE-304, 314 or 316
   */
  public Mode with(OptionalDouble budget, OptionalDouble target) {
    return switch (this) {
      case FIXED -> {
        number(budget, "--budget");
        refuseTarget(target);
        yield new Mode.FixedBudget();
      }
      case GOAL -> new Mode.MinimumBudget(number(target, "--target"));
      case TARGET_ROI -> new Mode.TargetRoi(number(target, "--target"));
      case TARGET_MROI -> new Mode.TargetMarginalRoi(number(target, "--target"));
      case TARGET_CPA -> new Mode.TargetCpa(number(target, "--target"));
      case EXTRA -> {
        refuseTarget(target);
        yield new Mode.ExtraMoney(number(budget, "--budget"));
      }
      case REALLOCATE -> {
        refuseTarget(target);
        yield new Mode.SameOutcome();
      }
    };
  }

  private void refuseTarget(OptionalDouble target) {
    if (target.isPresent()) {
      throw OptimizerErrors.needlessTarget(id());
    }
  }

  private double number(OptionalDouble value, String option) {
    return value.orElseThrow(() -> OptimizerErrors.missingNumber(id(), option));
  }
}
