package org.deepcausalmmm.core.health;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.analysis.ChannelEvidence;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.core.analysis.PurposeVerdict;

/** The verdicts on a run for attribution, forecast and planning, from its checks and evidence. */
public final class PurposeVerdicts {
  private static final Set<String> FORECAST = Set.of("holdout_against_naive", "coverage");
  private static final Set<String> BOTH = Set.of("fit", "prediction_level", "convergence", "draws");
  private static final double MUCH = 0.5;

  private PurposeVerdicts() {}

  /** Returns the verdicts on attribution, forecast and planning, in this order. */
  public static List<PurposeVerdict> of(Analysis analysis) {
    PurposeVerdict attribution = attribution(analysis);
    return List.of(attribution, forecast(analysis), planning(analysis, attribution));
  }

  private static PurposeVerdict forecast(Analysis analysis) {
    PurposeVerdict checks =
        fromChecks(
            "forecast",
            analysis.health().stream()
                .filter(c -> FORECAST.contains(c.check()) || BOTH.contains(c.check()))
                .toList());
    boolean compared = analysis.health().stream().anyMatch(c -> FORECAST.contains(c.check()));
    return compared || checks.verdict() == Verdict.FAIL
        ? checks
        : new PurposeVerdict(
            "forecast",
            Verdict.REVIEW,
            "No weeks were held out, so that no forecast was compared with what came: fit with '--holdout %s'."
                .formatted(analysis.panel().weeks().period().wholePerYear() / 4));
  }

  private static PurposeVerdict attribution(Analysis analysis) {
    PurposeVerdict checks =
        fromChecks(
            "attribution",
            analysis.health().stream().filter(c -> !FORECAST.contains(c.check())).toList());
    double confounded = confoundedShare(analysis);
    if (checks.verdict() == Verdict.FAIL || confounded == 0) {
      return checks;
    }
    return new PurposeVerdict(
        "attribution",
        confounded > MUCH ? Verdict.FAIL : Verdict.REVIEW,
        "Channels with confounded evidence account for %.0f%% of the media contribution: %s."
            .formatted(100 * confounded, String.join(", ", confoundedChannels(analysis))));
  }

  private static PurposeVerdict planning(Analysis analysis, PurposeVerdict attribution) {
    List<String> confounded = confoundedChannels(analysis);
    if (attribution.verdict() == Verdict.PASS || confounded.isEmpty()) {
      return new PurposeVerdict("planning", attribution.verdict(), attribution.reason());
    }
    return new PurposeVerdict(
        "planning",
        attribution.verdict(),
        "Do not raise %s before a lift test: the evidence for them is confounded."
            .formatted(String.join(", ", confounded)));
  }

  private static PurposeVerdict fromChecks(String purpose, List<HealthCheck> checks) {
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.REVIEW)) {
      List<String> names =
          checks.stream().filter(c -> c.verdict() == verdict).map(HealthCheck::check).toList();
      if (!names.isEmpty()) {
        return new PurposeVerdict(
            purpose,
            verdict,
            "Checks with the verdict %s: %s."
                .formatted(verdict.name().toLowerCase(Locale.ROOT), String.join(", ", names)));
      }
    }
    return new PurposeVerdict(purpose, Verdict.PASS, "All relevant checks pass.");
  }

  private static List<String> confoundedChannels(Analysis analysis) {
    return analysis.evidence().stream()
        .filter(e -> e.grade() == ChannelEvidence.Grade.CONFOUNDED)
        .map(ChannelEvidence::channel)
        .toList();
  }

  private static double confoundedShare(Analysis analysis) {
    List<String> confounded = confoundedChannels(analysis);
    double all = 0;
    double part = 0;
    for (ChannelEffect channel : analysis.channels()) {
      double share = Math.max(0, channel.share().mean());
      all += share;
      part += confounded.contains(channel.channel()) ? share : 0;
    }
    return all == 0 ? 0 : part / all;
  }
}
