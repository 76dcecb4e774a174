package org.deepcausalmmm.core.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.analysis.ChannelEvidence;
import org.deepcausalmmm.core.analysis.ChannelEvidence.Grade;
import org.deepcausalmmm.core.analysis.ExperimentFit;
import org.deepcausalmmm.core.demand.LeadTest;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Grades of the evidence for each channel, with the reason and the sensitivity to hidden demand.
 */
final class EvidenceGrader {
  /** Ratio of the ends of a 90% interval above which a contribution is hardly known. */
  private static final double WEAK_RATIO = 5;

  private static final double MODERATE_RATIO = 2;
  private static final double BIAS = 0.25;
  private static final double BIAS_CONFOUNDED = 0.7;

  /** Twice a log Bayes factor that is very strong (Kass and Raftery 1995), against demand. */
  private static final double VERY_STRONG_AGAINST = -10;

  /** A t of later exposure that no channel which follows nothing has reached. */
  private static final double DECISIVE_T = 8;

  private final Evidence evidence;
  private final List<LeadTest.LeadFinding> leads;
  private final OptionalDouble strongestControl;
  private final double[] signs;

  EvidenceGrader(Evidence evidence) {
    this.evidence = evidence;
    leads = evidence.leads();
    strongestControl = Sensitivity.strongestControl(evidence);
    signs = SignCheck.statistics(evidence);
  }

  /** Returns the evidence for each channel. */
  List<ChannelEvidence> grades() {
    List<ChannelEvidence> grades = new ArrayList<>();
    for (int c = 0; c < evidence.analysis().channels().size(); c++) {
      grades.add(grade(c));
    }
    return grades;
  }

  private ChannelEvidence grade(int channel) {
    ChannelEffect effect = evidence.analysis().channels().get(channel);
    Grade grade = gradeOf(channel, effect.contribution());
    double robustness = Sensitivity.robustness(effect.contribution(), evidence.observations());
    Interval roi = effect.roi();
    return new ChannelEvidence(
        effect.channel(),
        grade,
        PeriodWords.of(evidence.panel()).in(reason(channel, grade, effect)),
        signs(channel),
        robustness,
        strongestControl.isPresent() && strongestControl.getAsDouble() > 0
            ? robustness / strongestControl.getAsDouble()
            : null,
        roi == null
            ? null
            : Sensitivity.probabilityAboveOne(
                roi, grade == Grade.CONFOUNDED ? BIAS_CONFOUNDED : BIAS));
  }

  private ChannelEvidence.DemandSigns signs(int channel) {
    FittedModel.Capture capture = capture(channel);
    FittedModel.Partner partner = capture == null ? null : capture.partner();
    return new ChannelEvidence.DemandSigns(
        leads.isEmpty() ? Double.NaN : leads.get(channel).t(),
        leads.isEmpty() ? Double.NaN : leads.get(channel).detectable(),
        capture == null ? Double.NaN : capture.evidence(),
        partner == null ? null : partner.channel(),
        partner == null ? Double.NaN : partner.correlation());
  }

  private FittedModel.@Nullable Capture capture(int channel) {
    List<FittedModel.Capture> captures = evidence.fitted().record().capture();
    return captures.isEmpty() ? null : captures.get(channel);
  }

  /**
   * Returns whether later exposure predicts the outcome, and the likelihood does not speak against
   * it. Flights that act longer than the test's lags have had t of 5.
   */
  private boolean leadsPredict(int channel) {
    if (leads.isEmpty() || !leads.get(channel).follows()) {
      return false;
    }
    FittedModel.Capture capture = capture(channel);
    boolean against = capture != null && capture.evidence() < VERY_STRONG_AGAINST;
    return !against || leads.get(channel).t() > DECISIVE_T;
  }

  private Grade gradeOf(int channel, Interval contribution) {
    FittedModel.Capture capture = capture(channel);
    if (experiment(channel).isPresent()) {
      return byWidth(contribution);
    }
    if (SignCheck.negative(signs[channel])
        || leadsPredict(channel)
        || (capture != null && capture.found())) {
      return Grade.CONFOUNDED;
    }
    return byWidth(contribution);
  }

  /** Returns an experiment of a channel that settles what confounding leaves open. */
  private Optional<ExperimentFit> experiment(int channel) {
    String name = evidence.analysis().channels().get(channel).channel();
    return evidence.analysis().fit().experiments().stream()
        .filter(e -> e.channel().equals(name) && e.settles())
        .findFirst();
  }

  private static Grade byWidth(Interval contribution) {
    double ratio =
        contribution.lower() > 0
            ? contribution.upper() / contribution.lower()
            : Double.POSITIVE_INFINITY;
    return ratio > WEAK_RATIO ? Grade.WEAK : ratio > MODERATE_RATIO ? Grade.MODERATE : Grade.STRONG;
  }

  private String reason(int channel, Grade grade, ChannelEffect effect) {
    Interval share = effect.share();
    Optional<ExperimentFit> experiment = experiment(channel);
    if (experiment.isPresent()) {
      return text(
          "The experiment '%s' measured the effect of '%s' (%.1f%% to %.1f%% of the outcome).",
          experiment.get().name(), effect.channel(), 100 * share.lower(), 100 * share.upper());
    }
    if (SignCheck.negative(signs[channel])) {
      return text(
          "Higher exposure of '%s' goes with a lower outcome (t = %.1f): its estimate has the wrong sign.",
          effect.channel(), signs[channel]);
    }
    return switch (grade) {
      case CONFOUNDED -> confounded(channel, effect.channel());
      case WEAK ->
          text(
              "The data hardly narrow down the effect of '%s' (%.1f%% to %.1f%% of the outcome).",
              effect.channel(), 100 * share.lower(), 100 * share.upper());
      case MODERATE ->
          text(
              "The effect of '%s' is known to within a factor of %.1f.",
              effect.channel(), effect.contribution().upper() / effect.contribution().lower());
      case STRONG ->
          text(
              "The data narrow down the effect of '%s' (%.1f%% to %.1f%% of the outcome).",
              effect.channel(), 100 * share.lower(), 100 * share.upper());
    };
  }

  private String confounded(int channel, String name) {
    FittedModel.Capture capture = capture(channel);
    if (leadsPredict(channel) || capture == null) {
      return text(
          "Next weeks' exposure of '%s' predicts this week's outcome (t = %.1f):"
              + " '%s' follows demand.",
          name, leads.get(channel).t(), name);
    }
    FittedModel.Partner partner = capture.partner();
    if (partner != null) {
      return text(
          "Week by week, exposure of '%s' rises and falls with that of '%s' (correlation %.2f), and"
              + " not by plans alone: both follow something that the model does not see, most often"
              + " demand.",
          name, partner.channel(), partner.correlation());
    }
    return text(
        capture.delivery()
            ? "A unit of spend on '%s' delivers more where demand is high (twice the log"
                + " Bayes factor is %.0f): part of its effect may be demand."
            : "Exposure of '%s' reveals demand (twice the log Bayes factor is %.0f):"
                + " part of its effect may be demand.",
        name,
        capture.evidence());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
