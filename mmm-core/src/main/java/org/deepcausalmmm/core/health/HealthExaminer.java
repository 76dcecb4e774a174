package org.deepcausalmmm.core.health;

import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.data.PeriodWords;

/** The health checks that need no further fit. */
public final class HealthExaminer {
  private static final List<Check> CHECKS =
      List.of(
          TrainingChecks::convergence,
          TrainingChecks::gradient,
          TrainingChecks::draws,
          TrainingChecks::effectiveDraws,
          TrainingChecks::chainsAgree,
          TrainingChecks::energy,
          FitChecks::fit,
          FitChecks::level,
          FitChecks::autocorrelation,
          HoldoutChecks::againstNaive,
          HoldoutChecks::coverage,
          BaselineChecks::negative,
          BaselineChecks::levelShift,
          BaselineChecks::recurringSpikes,
          BaselineChecks::missingDriver,
          MediaChecks::share,
          MediaChecks::largest,
          MediaChecks::spendFollowsOutcome,
          MediaChecks::spendFollowsDemand,
          MediaChecks::exposureFollowsDemand,
          SignCheck::of,
          CollinearityChecks::pairs,
          CollinearityChecks::inflation,
          CollinearityChecks::controls,
          DataChecks::extremeSpend,
          DataChecks::mediators,
          DataChecks::namesAlike,
          InformationChecks::dataPerParameter,
          InformationChecks::priorAgainstPosterior,
          InformationChecks::regions,
          InformationChecks::structure,
          CurveCheck::extrapolation,
          ExperimentCheck::agreement);

  private final Fitter fitter;

  /** Returns the number of checks; a fit omits those that do not apply to it. */
  static int count() {
    return CHECKS.size();
  }

  /** Creates an examiner for models of a fitter. */
  public HealthExaminer(Fitter fitter) {
    this.fitter = fitter;
  }

  /** Returns the analysis with the verdict of every check and the evidence for each channel. */
  public Analysis examine(FittedModel fitted, Analysis analysis) {
    TrainingData data = TrainingData.of(fitted.panel(), fitted.trainWeeks());
    Evidence evidence =
        new Evidence(
            fitted, analysis, fitter.mediaModel(fitted).layout(), data, LeadTests.of(data));
    List<HealthCheck> health =
        CHECKS.stream()
            .map(check -> check.run(evidence))
            .flatMap(Optional::stream)
            .map(check -> check.in(PeriodWords.of(fitted.panel())))
            .toList();
    return analysis.withHealth(health).withEvidence(new EvidenceGrader(evidence).grades());
  }
}
