package org.deepcausalmmm.core.health;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.data.ChannelSource;
import org.deepcausalmmm.data.Panel;

/** Checks of whether the estimates are stable under changes that should not matter. */
final class StabilityChecks {
  private static final Limits DIFFERENCE = new Limits(0.1, 0.25);
  private static final double NOISE = 0.05;
  private static final int NEW_WEEKS = 4;
  private static final int LEAST_WEEKS = 52;

  /** Fits with another seed. */
  static final RefitCheck SEEDS =
      new RefitCheck(
          refits -> Optional.of(refits.request(refits.fitted().panel(), refits.seed() + 1)),
          StabilityChecks::seeds);

  /** Fits with noise on spend and exposure. */
  static final RefitCheck PERTURBATION =
      new RefitCheck(
          refits ->
              Optional.of(
                  refits.request(perturbed(refits.fitted().panel(), refits.seed()), refits.seed())),
          StabilityChecks::perturbation);

  /** Fits without the last weeks, which a refresh then adds. */
  static final RefitCheck REFRESH =
      new RefitCheck(StabilityChecks::withoutNewWeeks, StabilityChecks::refresh);

  private StabilityChecks() {}

  private static Optional<HealthCheck> seeds(Refits refits, FittedModel other) {
    return Optional.of(
        DIFFERENCE.check(
            "seeds_agree",
            Refits.difference(refits.contributions(refits.fitted()), refits.contributions(other)),
            "Difference of contributions between two seeds, as a share of all. Above 0.1, part of them"
                + " is due to chance: fit without 'quick', merge channels or add priors."));
  }

  private static Optional<HealthCheck> perturbation(Refits refits, FittedModel other) {
    return Optional.of(
        DIFFERENCE.check(
            "perturbation",
            Refits.difference(refits.contributions(refits.fitted()), refits.contributions(other)),
            "Difference of contributions when 5% noise is added to spend and exposure, as a share of"
                + " all. Above 0.1, small data errors change them: merge similar channels or add"
                + " priors."));
  }

  private static Panel perturbed(Panel panel, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Panel.Channel> channels =
        panel.channels().stream().map(channel -> perturbed(channel, random)).toList();
    return panel.withChannels(channels);
  }

  private static Panel.Channel perturbed(Panel.Channel channel, SplittableRandom random) {
    double[][] exposure = noisy(channel.exposure(), random);
    double[][] spend = channel.spend();
    if (spend != null) {
      spend = channel.exposureIsSpend() ? exposure : noisy(spend, random);
    }
    return new Panel.Channel(
        channel.name(),
        exposure,
        spend,
        channel.exposureIsSpend(),
        new ChannelSource(channel.source().national(), null));
  }

  private static double[][] noisy(double[][] values, SplittableRandom random) {
    double[][] noisy = new double[values.length][];
    for (int r = 0; r < noisy.length; r++) {
      noisy[r] = values[r].clone();
      for (int t = 0; t < noisy[r].length; t++) {
        noisy[r][t] *= Math.exp(NOISE * random.nextGaussian());
      }
    }
    return noisy;
  }

  private static Optional<PanelFit> withoutNewWeeks(Refits refits) {
    Panel panel = refits.fitted().panel();
    return refits.fitted().trainWeeks() < LEAST_WEEKS + NEW_WEEKS
        ? Optional.empty()
        : Optional.of(
            refits.request(panel.firstWeeks(panel.weekCount() - NEW_WEEKS), refits.seed()));
  }

  /** Compares ROI before and after the last weeks are added by a refresh. */
  private static Optional<HealthCheck> refresh(Refits refits, FittedModel before) {
    double[] former = refits.roi(before);
    double[] now = refits.roi(refits.refreshed(before, refits.fitted().panel()));
    double change =
        IntStream.range(0, now.length)
            .filter(c -> !Double.isNaN(former[c]) && !Double.isNaN(now[c]))
            .mapToDouble(c -> Math.abs(now[c] / former[c] - 1))
            .average()
            .orElse(Double.NaN);
    return Double.isNaN(change)
        ? Optional.empty()
        : Optional.of(
            DIFFERENCE.check(
                "refresh_stability",
                change,
                "Mean relative change of ROI when the last 4 weeks are added by a refresh. Above 0.1, plan"
                    + " with intervals rather than point estimates."));
  }
}
