package org.deepcausalmmm.core.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.numeric.Statistics;
import org.deepcausalmmm.data.ChannelSource;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * The placebo test: a copy of a channel with its weeks shifted in a circle, which has no effect, is
 * added and its estimated contribution is judged.
 *
 * <p>The channel is the one whose effect the data identify best. The copy of one that the data
 * hardly inform would get its prior, which prior_against_posterior reports. The copy keeps its
 * spend, so that the same priors apply to it. The shift is the one that correlates least with every
 * channel, so that the copy does not take their contribution.
 */
final class PlaceboCheck {
  private static final double PASS = 0.25;
  private static final String PREFIX = "placebo of ";

  /** Fits with a placebo, the last of the channels. */
  static final RefitCheck PLACEBO = new RefitCheck(PlaceboCheck::request, PlaceboCheck::judge);

  private PlaceboCheck() {}

  private static Optional<PanelFit> request(Refits refits) {
    FittedModel fitted = refits.fitted();
    Panel panel = fitted.panel();
    List<Panel.Channel> channels = new ArrayList<>(panel.channels());
    channels.add(copy(panel, bestKnown(refits.effects(fitted)), fitted.trainWeeks()));
    return Optional.of(refits.request(panel.withChannels(channels), refits.seed()));
  }

  private static Optional<HealthCheck> judge(Refits refits, FittedModel other) {
    List<String> names = other.panel().channelNames();
    String placebo = names.get(names.size() - 1);
    return Optional.of(judge(placebo.substring(PREFIX.length()), refits.contributions(other)));
  }

  /** Returns the channel with the narrowest interval relative to its contribution. */
  static int bestKnown(List<ChannelEffect> effects) {
    return IntStream.range(0, effects.size())
        .boxed()
        .min(Comparator.comparingDouble(c -> width(effects.get(c).contribution())))
        .orElseThrow();
  }

  private static double width(Interval interval) {
    return (interval.upper() - interval.lower()) / interval.mean();
  }

  /**
   * Returns the verdict.
   *
   * @param all contributions of the channels, the copy's last
   */
  static HealthCheck judge(String copied, double[] all) {
    double placebo = all[all.length - 1];
    double[] real = Arrays.copyOf(all, all.length - 1);
    Arrays.sort(real);
    Verdict verdict =
        placebo <= PASS * real[0]
            ? Verdict.PASS
            : placebo > Statistics.highMedian(real) ? Verdict.FAIL : Verdict.REVIEW;
    return new HealthCheck(
        "placebo",
        verdict,
        placebo / real[0],
        String.format(
            Locale.ROOT,
            "Contribution of a placebo, a copy of '%s' with shifted weeks, relative to the smallest"
                + " channel's. Above 0.25, do not act on contributions near %.3g, the placebo's:"
                + " merge such channels or add priors from experiments.",
            copied,
            placebo));
  }

  /** Returns a copy of a channel, the first weeks shifted in a circle, the same in all regions. */
  static Panel.Channel copy(Panel panel, int channel, int weeks) {
    Panel.Channel original = panel.channels().get(channel);
    int by = leastLikeAny(panel, channel, weeks);
    double[][] exposure = Panels.shifted(original.exposure(), weeks, by);
    double[][] spend = original.spend();
    if (spend != null) {
      spend = original.exposureIsSpend() ? exposure : Panels.shifted(spend, weeks, by);
    }
    return new Panel.Channel(
        PREFIX + original.name(),
        exposure,
        spend,
        original.exposureIsSpend(),
        new ChannelSource(original.source().national(), null));
  }

  /** Returns the shift after which a channel correlates least with every channel. */
  private static int leastLikeAny(Panel panel, int channel, int weeks) {
    int best = weeks / 2;
    double least = Double.POSITIVE_INFINITY;
    for (int by = weeks / 5; by <= 4 * weeks / 5; by++) {
      double[][] moved = Panels.shifted(panel.channels().get(channel).exposure(), weeks, by);
      double greatest = 0;
      for (Panel.Channel other : panel.channels()) {
        greatest = Math.max(greatest, likeness(other.exposure(), moved, weeks));
      }
      if (greatest < least) {
        least = greatest;
        best = by;
      }
    }
    return best;
  }

  /** Returns the absolute correlation, averaged over the regions. */
  private static double likeness(double[][] rows, double[][] others, int weeks) {
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      sum +=
          WeeklySeries.correlation(Arrays.copyOf(rows[r], weeks), Arrays.copyOf(others[r], weeks));
    }
    return Math.abs(sum / rows.length);
  }
}
