package org.deepcausalmmm.core.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.core.data.Panel;
import org.deepcausalmmm.core.fit.FittedModel;

/**
 * Adds a copy of the largest channel, shifted in a circle so that it cannot have done anything, and
 * looks at what it is credited with.
 */
final class PlaceboCheck {
  private static final double PASS = 0.25;

  private PlaceboCheck() {}

  static Optional<HealthCheck> run(Refits refits) {
    FittedModel fitted = refits.fitted();
    Panel panel = fitted.panel();
    double[] own = refits.contributions(fitted);
    int copied = 0;
    for (int c = 0; c < own.length; c++) {
      copied = own[c] > own[copied] ? c : copied;
    }
    double[][] exposure = panel.channels().get(copied).exposure();
    double[][] shifted = Panels.shifted(exposure, leastLikeItself(exposure));
    String name = "placebo of " + panel.channelNames().get(copied);
    List<Panel.Channel> channels = new ArrayList<>(panel.channels());
    channels.add(new Panel.Channel(name, shifted, null, false));
    double[] all = refits.contributions(refits.fit(panel.withChannels(channels), refits.seed()));
    double placebo = all[own.length];
    double[] real = Arrays.copyOf(all, own.length);
    Arrays.sort(real);
    double ratio = placebo / real[0];
    Verdict verdict =
        ratio <= PASS
            ? Verdict.PASS
            : placebo > real[real.length / 2] ? Verdict.FAIL : Verdict.REVIEW;
    return Optional.of(
        new HealthCheck(
            "placebo",
            verdict,
            ratio,
            String.format(
                Locale.ROOT,
                "What a shifted copy of '%s', which cannot have done anything, is credited with,"
                    + " over the smallest channel; channels below %.2g of the outcome's units are"
                    + " no larger than it.",
                panel.channelNames().get(copied),
                placebo)));
  }

  /** Finds the shift, well away from none, after which a series resembles itself least. */
  private static int leastLikeItself(double[][] rows) {
    int weeks = rows[0].length;
    int best = weeks / 2;
    double least = Double.POSITIVE_INFINITY;
    for (int by = weeks / 5; by <= 4 * weeks / 5; by++) {
      double likeness = 0;
      double[][] moved = Panels.shifted(rows, by);
      for (int r = 0; r < rows.length; r++) {
        likeness += Series.correlation(rows[r], moved[r]) / rows.length;
      }
      if (Math.abs(likeness) < least) {
        least = Math.abs(likeness);
        best = by;
      }
    }
    return best;
  }
}
