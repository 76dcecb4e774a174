package org.deepcausalmmm.core.analysis;

import java.util.List;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.estimate.EdgeEstimate;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/** The results of a fit: effects, predictions, scores and the data that they come from. */
public record Analysis(
    Panel panel,
    DataReport dataReport,
    Configuration configuration,
    MediaResults media,
    OutcomeResults outcome,
    List<ParameterEstimate> parameters,
    FitFacts fit,
    List<HealthCheck> health) {
  public Analysis {
    parameters = List.copyOf(parameters);
    health = List.copyOf(health);
  }

  /** Returns a copy with other health checks. */
  public Analysis withHealth(List<HealthCheck> checks) {
    return new Analysis(panel, dataReport, configuration, media, outcome, parameters, fit, checks);
  }

  /** Returns a copy with the evidence for each channel. */
  public Analysis withEvidence(List<ChannelEvidence> evidence) {
    return new Analysis(
        panel,
        dataReport,
        configuration,
        media.withEvidence(evidence),
        outcome,
        parameters,
        fit,
        health);
  }

  /** Returns the effect of each channel. */
  public List<ChannelEffect> channels() {
    return media.channels();
  }

  /** Returns the evidence for each channel; empty before it was examined. */
  public List<ChannelEvidence> evidence() {
    return media.evidence();
  }

  /** Returns the components of the outcome. */
  public List<Contribution> contributions() {
    return outcome.contributions();
  }

  /** Returns the effect of each treatment other than media. */
  public List<TreatmentEffect> treatments() {
    return outcome.treatments();
  }

  /** Returns the expected outcome of all weeks. */
  public Prediction prediction() {
    return outcome.prediction();
  }

  /** Returns the response curve of each channel. */
  public List<ResponseCurve> responseCurves() {
    return media.responseCurves();
  }

  /** Returns the edges between channels. */
  public List<EdgeEstimate> edges() {
    return media.edges();
  }

  /** Returns the adstock kernel of each channel. */
  public List<CarryoverCurve> carryover() {
    return media.carryover();
  }

  /** Returns the time-varying effectiveness of each channel. */
  public List<EffectivenessCurve> effectiveness() {
    return media.effectiveness();
  }

  /** Returns the response to frequency of each channel with reach and frequency. */
  public List<FrequencyCurve> frequency() {
    return FrequencyCurve.of(panel, prediction().trainWeeks());
  }

  /** Returns the contribution share of all media in the outcome. */
  public Interval mediaShare() {
    return media.share();
  }

  /** Returns the observed outcome of the training weeks, in the data's units. */
  public double outcomeTotal() {
    return outcome.total();
  }

  /** Returns the accuracy in the training weeks. */
  public FitScores train() {
    return outcome.train();
  }

  /** Returns the accuracy in the holdout; null without one. */
  public @Nullable HoldoutScores holdout() {
    return outcome.holdout();
  }

  /** Returns the number of first weeks that are excluded from the media likelihood. */
  public int leadInWeeks() {
    return fit.leadInWeeks();
  }

  /** Returns the seasonality of the baseline. */
  public Season season() {
    return fit.form().season();
  }

  /** Returns the first weeks of another level, as their labels. */
  public List<String> levelShifts() {
    return fit.form().shifts().stream().map(panel.weeks()::label).toList();
  }

  /** Returns the duration of the fit in seconds. */
  public double seconds() {
    return fit.seconds();
  }
}
