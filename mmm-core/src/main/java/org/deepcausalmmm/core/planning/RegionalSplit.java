package org.deepcausalmmm.core.planning;

import java.util.Arrays;
import org.deepcausalmmm.data.Panel;

/**
 * The split of national amounts over regions, in proportion to the channel's spend of the last 13
 * weeks, or of all weeks if there was none in these.
 */
final class RegionalSplit {
  private static final int RECENT = 13;

  private final Panel panel;

  RegionalSplit(Panel panel) {
    this.panel = panel;
  }

  /**
   * Returns a channel's amounts by region.
   *
   * @return [region][week], summing to the national amounts
   */
  double[][] split(int channel, double[] national) {
    Panel.Channel data = panel.channels().get(channel);
    double[][] spend = data.planned();
    double[] share = sums(spend, Math.max(0, panel.weekCount() - RECENT));
    if (Arrays.stream(share).sum() <= 0) {
      share = sums(spend, 0);
    }
    double total = Arrays.stream(share).sum();
    double[][] regional = new double[share.length][national.length];
    for (int r = 0; r < share.length; r++) {
      for (int t = 0; t < national.length; t++) {
        regional[r][t] = total > 0 ? national[t] * share[r] / total : 0;
      }
    }
    return regional;
  }

  private double[] sums(double[][] values, int from) {
    return Arrays.stream(values)
        .mapToDouble(row -> Arrays.stream(row, from, panel.weekCount()).sum())
        .toArray();
  }

  /** Returns the same values for every region. */
  double[][] repeat(double[] national) {
    double[][] regional = new double[panel.regionCount()][];
    Arrays.setAll(regional, r -> national.clone());
    return regional;
  }
}
