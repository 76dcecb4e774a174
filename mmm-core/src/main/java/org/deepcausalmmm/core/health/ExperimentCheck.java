package org.deepcausalmmm.core.health;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.analysis.ExperimentFit;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;

/** The check whether experiments and data agree. */
final class ExperimentCheck {
  private static final double DOUBTFUL = 0.05;

  private ExperimentCheck() {}

  static Optional<HealthCheck> agreement(Evidence evidence) {
    List<ExperimentFit> experiments = evidence.analysis().fit().experiments();
    return experiments.stream()
        .min(Comparator.comparingDouble(ExperimentFit::agreement))
        .map(worst -> check(worst, experiments.size()));
  }

  /** Returns the verdict on the experiment that agrees least, at a level for their number. */
  private static HealthCheck check(ExperimentFit worst, int count) {
    Verdict verdict =
        worst.agreement() * count < ExperimentFit.CONTRADICTION
            ? Verdict.FAIL
            : worst.agreement() * count < DOUBTFUL ? Verdict.REVIEW : Verdict.PASS;
    return new HealthCheck(
        "experiments_agree",
        verdict,
        worst.agreement(),
        ("Lowest posterior predictive p-value of an experiment ('%s'). Below %.2f, experiment and"
                + " data contradict each other: check its weeks, regions, spend and standard error.")
            .formatted(worst.name(), DOUBTFUL));
  }
}
