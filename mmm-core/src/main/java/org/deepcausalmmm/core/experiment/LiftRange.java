package org.deepcausalmmm.core.experiment;

import java.util.Locale;
import org.deepcausalmmm.core.error.CoreCode;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ExperimentConfig;

/**
 * The check that a lift is one of the outcome that the regions had: one in another unit, such as
 * cents or percent of a total, would overrule all data.
 */
final class LiftRange {
  /** A channel that was switched off may have carried several times what was left. */
  private static final double MOST = 10;

  /** Standard errors by which a lift may lie beyond what is possible. */
  private static final double ERRORS = 3;

  private LiftRange() {}

  /**
   * Requires that a lift and its standard error are of the size of the outcome.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-CONFIG-405 if one is not
   */
  static void require(PlacedExperiment experiment, Panel panel) {
    ExperimentConfig.ExperimentResult result = experiment.config().result();
    double outcome = outcome(experiment, panel);
    double lift = result.lift();
    double error = result.standardError();
    boolean tooLarge = lift > outcome + ERRORS * error || -lift > MOST * outcome + ERRORS * error;
    if (!(outcome > 0) || (!tooLarge && error <= MOST * outcome)) {
      return;
    }
    throw CoreCode.EXPERIMENT_LIFT.error(
        String.format(
            Locale.ROOT,
            "The experiment '%s' has a %s of %.4g; the outcome of its regions and weeks is about %.4g.",
            experiment.config().name(),
            tooLarge ? "lift" : "standard error",
            tooLarge ? lift : error,
            outcome),
        "Give lift and standard error as sums in the unit of the outcome, over the treated regions"
            + " and weeks.");
  }

  /** Returns the mean outcome of the treated regions, times the weeks of the read-out. */
  private static double outcome(PlacedExperiment experiment, Panel panel) {
    double sum = 0;
    for (int region : experiment.regions()) {
      double own = 0;
      int known = 0;
      for (double value : panel.outcome()[region]) {
        own += Double.isNaN(value) ? 0 : Math.abs(value);
        known += Double.isNaN(value) ? 0 : 1;
      }
      sum += known == 0 ? 0 : own / known * (experiment.end() - experiment.from());
    }
    return sum;
  }
}
