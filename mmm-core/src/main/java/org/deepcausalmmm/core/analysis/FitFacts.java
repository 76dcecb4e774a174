package org.deepcausalmmm.core.analysis;

import java.util.List;
import org.deepcausalmmm.core.baseline.BaselineForm;

/**
 * What a fit chose, and how long it took.
 *
 * @param leadInWeeks number of first weeks that are excluded from the media likelihood
 * @param form seasonality of the baseline and shifts of its level
 * @param rejectedLosses losses that were tried before the one of the configuration, because the
 *     model did not describe the outcome under them
 * @param seconds duration of the fit
 * @param sampling convergence of the posterior's chains
 * @param experiments the experiments that the model learned from, beside its own simulation
 */
public record FitFacts(
    int leadInWeeks,
    BaselineForm form,
    List<String> rejectedLosses,
    double seconds,
    SamplingDiagnostics sampling,
    List<ExperimentFit> experiments) {
  /** Copies the lists. */
  public FitFacts {
    rejectedLosses = List.copyOf(rejectedLosses);
    experiments = List.copyOf(experiments);
  }
}
