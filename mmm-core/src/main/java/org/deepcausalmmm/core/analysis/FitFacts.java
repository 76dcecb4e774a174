package org.deepcausalmmm.core.analysis;

import org.deepcausalmmm.core.baseline.Season;

/**
 * What a fit chose, and how long it took.
 *
 * @param leadInWeeks number of first weeks that are excluded from the media likelihood
 * @param season seasonality of the baseline
 * @param seconds duration of the fit
 * @param sampling convergence of the posterior's chains
 */
public record FitFacts(
    int leadInWeeks, Season season, double seconds, SamplingDiagnostics sampling) {}
