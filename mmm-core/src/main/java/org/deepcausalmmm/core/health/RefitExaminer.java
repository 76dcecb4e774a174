package org.deepcausalmmm.core.health;

import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;

/** Runs the checks that fit the model again, each as long as a fit or two. */
public final class RefitExaminer {
  private static final List<RefitCheck> CHECKS =
      List.of(
          StabilityChecks::seeds,
          PlaceboCheck::run,
          StabilityChecks::perturbation,
          StabilityChecks::refresh);

  private final Fitter fitter;

  /** Examines models of a fitter. */
  public RefitExaminer(Fitter fitter) {
    this.fitter = fitter;
  }

  /** Gives the verdicts on a model. */
  public List<HealthCheck> examine(FittedModel fitted, Progress progress) {
    Refits refits = new Refits(fitter, fitted, progress);
    return CHECKS.stream().map(check -> check.run(refits)).flatMap(Optional::stream).toList();
  }
}
