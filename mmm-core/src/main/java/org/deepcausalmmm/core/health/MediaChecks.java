package org.deepcausalmmm.core.health;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.core.demand.LeadTest;

/** Checks of whether the media contributions are plausible. */
final class MediaChecks {
  private static final Limits MEDIA_SHARE = new Limits(0.6, 0.8);
  private static final Limits LARGEST = new Limits(0.35, 0.5);
  private static final Limits FOLLOWS = new Limits(0.55, 0.8);
  private static final double LEAST_ELASTICITY = 0.15;
  private static final double STRONG_ELASTICITY = 1;

  private MediaChecks() {}

  static Optional<HealthCheck> share(Evidence evidence) {
    return Optional.of(
        MEDIA_SHARE.check(
            "media_share",
            evidence.analysis().mediaShare().mean(),
            "Contribution share of all media. It rarely exceeds 60%: above, add a 'media-share' prior"
                + " or missing drivers of demand."));
  }

  static Optional<HealthCheck> largest(Evidence evidence) {
    ChannelEffect largest =
        evidence.analysis().channels().stream()
            .max(Comparator.comparingDouble(c -> c.share().mean()))
            .orElseThrow();
    return Optional.of(
        LARGEST.check(
            "largest_channel",
            largest.share().mean(),
            ("Contribution share of the largest channel, '%s'. Above 35%% it may capture demand rather"
                    + " than create it: run a lift test.")
                .formatted(largest.channel())));
  }

  /**
   * Judges the channel that by itself explains most of the outcome within regions.
   *
   * <p>A channel that drives the outcome explains a part of it; one whose budget is set by sales
   * explains nearly all, with an elasticity that advertising cannot reach.
   */
  static Optional<HealthCheck> spendFollowsOutcome(Evidence evidence) {
    double most = 0;
    int channel = 0;
    for (int c = 0; c < evidence.data().channelCount(); c++) {
      double explained = explained(evidence, c);
      if (explained > most) {
        most = explained;
        channel = c;
      }
    }
    return Optional.of(
        FOLLOWS.check(
            "spend_follows_outcome",
            most,
            ("Share of the outcome's variance within regions that '%s' alone explains. Above 55%%, its"
                    + " budget may be set by sales: exclude it, or run a lift test.")
                .formatted(evidence.panel().channelNames().get(channel))));
  }

  /** Judges the elasticity of spend to the demand of regions; empty where it is not identified. */
  static Optional<HealthCheck> spendFollowsDemand(Evidence evidence) {
    double elasticity = evidence.fitted().record().elasticity();
    if (Double.isNaN(elasticity)) {
      return Optional.empty();
    }
    return Optional.of(
        new HealthCheck(
            "spend_follows_demand",
            elasticity < STRONG_ELASTICITY ? Verdict.PASS : Verdict.REVIEW,
            elasticity,
            "Elasticity of spend to a region's upcoming demand, for which the model corrects. Above 1,"
                + " treat small channels with caution and confirm large ones by lift tests."));
  }

  /** Judges whether later exposure predicts the outcome; empty where regions are too few. */
  static Optional<HealthCheck> exposureFollowsDemand(Evidence evidence) {
    List<LeadTest.LeadFinding> findings = evidence.leads();
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    int most = 0;
    for (int c = 1; c < findings.size(); c++) {
      most = findings.get(c).t() > findings.get(most).t() ? c : most;
    }
    double t = findings.get(most).t();
    String name = evidence.panel().channelNames().get(most);
    return Optional.of(
        new HealthCheck(
            "exposure_follows_demand",
            t > LeadTest.LIMIT ? Verdict.REVIEW : Verdict.PASS,
            t,
            t > LeadTest.LIMIT
                ? ("Next weeks' exposure of '%s' predicts this week's outcome: it follows demand."
                        + " Do not raise its budget before a lift test.")
                    .formatted(name)
                : ("Largest t of a channel's later exposure ('%s') as a predictor of the outcome."
                        + " Above 4, exposure follows demand.")
                    .formatted(name)));
  }

  private static double explained(Evidence evidence, int channel) {
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int r = 0; r < evidence.data().regionCount(); r++) {
      double[] x = evidence.data().exposure()[channel][r].clone();
      double[] y = evidence.data().outcome()[r];
      boolean[] seen = evidence.data().observed()[r];
      double meanX = 0;
      double meanY = 0;
      int count = 0;
      for (int t = 0; t < x.length; t++) {
        meanX += seen[t] ? x[t] : 0;
        meanY += seen[t] ? y[t] : 0;
        count += seen[t] ? 1 : 0;
      }
      for (int t = 0; t < x.length; t++) {
        if (seen[t]) {
          double dx = x[t] - meanX / count;
          double dy = y[t] - meanY / count;
          xy += dx * dy;
          xx += dx * dx;
          yy += dy * dy;
        }
      }
    }
    // Both are relative to their means, so that the slope is an elasticity.
    return xx > 0 && yy > 0 && xy / xx >= LEAST_ELASTICITY ? xy * xy / (xx * yy) : 0;
  }
}
