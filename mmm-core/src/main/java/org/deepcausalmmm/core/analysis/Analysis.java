package org.deepcausalmmm.core.analysis;

import java.util.List;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.estimate.EdgeEstimate;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The results of a fit: effects, predictions, scores and the data that they come from.
 *
 * @param mediaShare contribution share of all media in the outcome
 * @param holdout null without a holdout
 * @param leadInWeeks number of first weeks that are excluded from the media likelihood
 * @param season seasonality of the baseline
 * @param seconds duration of the fit
 */
public record Analysis(
    Panel panel,
    DataReport dataReport,
    Configuration configuration,
    List<ChannelEffect> channels,
    List<Contribution> contributions,
    Prediction prediction,
    List<ResponseCurve> responseCurves,
    List<EdgeEstimate> edges,
    List<ParameterEstimate> parameters,
    List<CarryoverCurve> carryover,
    List<EffectivenessCurve> effectiveness,
    Interval mediaShare,
    double outcomeTotal,
    FitScores train,
    @Nullable HoldoutScores holdout,
    List<HealthCheck> health,
    int leadInWeeks,
    Season season,
    double seconds) {
  public Analysis {
    channels = List.copyOf(channels);
    contributions = List.copyOf(contributions);
    responseCurves = List.copyOf(responseCurves);
    edges = List.copyOf(edges);
    parameters = List.copyOf(parameters);
    carryover = List.copyOf(carryover);
    effectiveness = List.copyOf(effectiveness);
    health = List.copyOf(health);
  }

  /** Returns a copy with other health checks. */
  public Analysis withHealth(List<HealthCheck> checks) {
    return new Analysis(
        panel,
        dataReport,
        configuration,
        channels,
        contributions,
        prediction,
        responseCurves,
        edges,
        parameters,
        carryover,
        effectiveness,
        mediaShare,
        outcomeTotal,
        train,
        holdout,
        checks,
        leadInWeeks,
        season,
        seconds);
  }
}
