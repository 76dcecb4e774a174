package org.deepcausalmmm.core.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.executor.FirstFailure;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.FitResult;
import org.deepcausalmmm.core.executor.InProcessExecutor;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.data.PeriodWords;

/** The health checks that fit the model again, each at the cost of one or two fits. */
public final class RefitExaminer {
  private static final List<RefitCheck> CHECKS =
      List.of(
          StabilityChecks.SEEDS,
          PlaceboCheck.PLACEBO,
          StabilityChecks.PERTURBATION,
          StabilityChecks.REFRESH);

  private final Fitter fitter;
  private final FitExecutor<PanelFit, FittedModel> executor;

  /** Creates an examiner that fits with a fitter, one model after the other. */
  public RefitExaminer(Fitter fitter) {
    this(fitter, InProcessExecutor.of(fitter));
  }

  /** Creates an examiner whose models an executor fits. */
  public RefitExaminer(Fitter fitter, FitExecutor<PanelFit, FittedModel> executor) {
    this.fitter = fitter;
    this.executor = executor;
  }

  /** Returns the verdicts on a model. */
  public List<HealthCheck> examine(FittedModel fitted, Progress progress) {
    Refits refits = new Refits(fitter, fitted, progress);
    List<RefitCheck> checks = new ArrayList<>();
    List<PanelFit> requests = new ArrayList<>();
    for (RefitCheck check : CHECKS) {
      check
          .request()
          .apply(refits)
          .ifPresent(
              request -> {
                checks.add(check);
                requests.add(request);
              });
    }
    List<FittedModel> models =
        FitResult.values(
            executor.run(
                requests,
                new FirstFailure(
                    progress, i -> "refit %d of %d: ".formatted(i + 1, requests.size()))));
    List<HealthCheck> verdicts = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      Optional<HealthCheck> verdict = checks.get(i).judge().apply(refits, models.get(i));
      verdict.map(check -> check.in(PeriodWords.of(fitted.panel()))).ifPresent(verdicts::add);
    }
    return verdicts;
  }
}
