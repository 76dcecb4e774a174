package org.deepcausalmmm.core.health;

import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;

/** The health checks that fit the model again, each at the cost of one or two fits. */
public final class RefitExaminer {
  private static final List<RefitCheck> CHECKS =
      List.of(
          StabilityChecks::seeds,
          PlaceboCheck::run,
          StabilityChecks::perturbation,
          StabilityChecks::refresh);

  private final Fitter fitter;

  /** Creates an examiner for models of a fitter. */
  public RefitExaminer(Fitter fitter) {
    this.fitter = fitter;
  }

  /** Returns the verdicts on a model. */
  public List<HealthCheck> examine(FittedModel fitted, Progress progress) {
    Refits refits = new Refits(fitter, fitted, progress);
    return CHECKS.stream().map(check -> check.run(refits)).flatMap(Optional::stream).toList();
  }
}
