package org.deepcausalmmm.core.demand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Demand that several channels follow at once, read from their exposures alone.
 *
 * <p>Channels that are planned apart move apart once spend is taken out. Where the week-by-week
 * changes of what one channel delivers go together with those of another, something drives both,
 * most often demand; the lag at which they do shows which one is ahead. A factor of these series is
 * a measure of that demand, and is filtered into columns of the baseline.
 *
 * @param partners [channel]: the channel with which it moves most; null if it moves by itself
 * @param columns filters of the factors, each [region][week]
 */
public record CommonDemand(List<@Nullable Companion> partners, List<double[][]> columns) {
  /** The t above which demand that channels share is taken to be demand for this outcome. */
  private static final double OUTCOME_LIMIT = 2;

  /** Copies both lists. */
  public CommonDemand {
    partners = Collections.unmodifiableList(new ArrayList<>(partners));
    columns = List.copyOf(columns);
  }

  /**
   * The channel with which another one moves.
   *
   * @param channel its index
   * @param correlation of the changes from week to week
   */
  public record Companion(int channel, double correlation) {}

  /** Returns that all channels move by themselves. */
  public static CommonDemand none(int channels) {
    return new CommonDemand(new ArrayList<>(Collections.nCopies(channels, null)), List.of());
  }

  /** Returns whether any channels move together. */
  public boolean any() {
    return !columns.isEmpty();
  }

  /** Returns whether a channel moves with another one. */
  public boolean moves(int channel) {
    return partners.get(channel) != null;
  }

  /**
   * Finds the channels that move together.
   *
   * @param outcome [region][week]; NaN where unknown
   * @param related [channel][channel]: pairs that edges connect, which explain how they move in the
   *     same week
   */
  public static CommonDemand of(
      double[][] outcome, ChannelExposures exposures, boolean[][] related) {
    double[][] changes = Indicator.changes(ExposureDeviation.relative(outcome));
    int cells = changes.length * changes[0].length;
    double limit = Indicator.limit(changes);
    Movements movements = new Movements(indicators(exposures), related, limit);
    List<@Nullable Companion> partners = new ArrayList<>(none(exposures.channels()).partners);
    List<double[][]> columns = new ArrayList<>();
    for (List<Integer> group : movements.groups()) {
      double[][] factor = movements.factor(group);
      Indicator.Movement withOutcome = Indicator.between(Indicator.changes(factor), changes);
      if (withOutcome.correlation() * Math.sqrt(cells) > OUTCOME_LIMIT) {
        group.forEach(channel -> partners.set(channel, movements.partner(channel)));
        columns.addAll(CaptureColumns.filters(shifted(factor, withOutcome.lag())));
      }
    }
    return new CommonDemand(partners, columns);
  }

  /** Shifts a table so that what is behind by some weeks falls into the week of the outcome. */
  private static double[][] shifted(double[][] values, int lag) {
    return CaptureColumns.filtered(values, 0, -lag);
  }

  /** Returns the indicators by channel: its delivery, where spend is known, then its exposure. */
  private static List<List<Indicator>> indicators(ChannelExposures exposures) {
    List<List<Indicator>> indicators = new ArrayList<>();
    for (int c = 0; c < exposures.channels(); c++) {
      boolean known = exposures.spendKnown(c);
      Indicator exposure = Indicator.of(c, known, exposures.deviation().get(c));
      indicators.add(
          known
              ? List.of(Indicator.of(c, false, exposures.delivery().get(c)), exposure)
              : List.of(exposure));
    }
    return indicators;
  }
}
