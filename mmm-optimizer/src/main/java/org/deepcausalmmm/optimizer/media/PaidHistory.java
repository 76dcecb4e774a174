package org.deepcausalmmm.optimizer.media;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.analysis.FutureMedia;
import org.deepcausalmmm.core.data.Panel;

/**
 * Is what was spent before the plan.
 *
 * @param names the paid channels
 * @param spent [paid channel][region][week]
 * @param present [paid channel][region][planned week]: the present plan
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record PaidHistory(
    List<String> names, List<String> regions, double[][][] spent, double[][][] present) {

  static PaidHistory of(Panel panel, FutureMedia media, int firstPlanned) {
    int weeks = Math.min(firstPlanned, panel.weekCount());
    double[][][] spent = new double[media.paid().size()][panel.regionCount()][weeks];
    for (int p = 0; p < spent.length; p++) {
      double[][] spend = panel.channels().get(media.paid().get(p)).spend();
      for (int r = 0; r < panel.regionCount() && spend != null; r++) {
        spent[p][r] = Arrays.copyOf(spend[r], weeks);
      }
    }
    List<String> names = media.paid().stream().map(c -> panel.channelNames().get(c)).toList();
    return new PaidHistory(names, panel.regions(), spent, media.present());
  }

  /** Maps decisions to regions and weeks, spreading money as the present plan does. */
  SpendMap asPresent(PlanBy by) {
    return SpendMap.of(by, names, regions, present, byRegion());
  }

  /** Maps decisions to regions and weeks, spreading money evenly over weeks. */
  SpendMap flat(PlanBy by) {
    double[][][] none = new double[names.size()][regions.size()][present[0][0].length];
    return SpendMap.of(by, names, regions, none, byRegion());
  }

  private double[][] byRegion() {
    double[][] sums = new double[spent.length][];
    for (int p = 0; p < sums.length; p++) {
      double[][] now = present[p];
      double[][] ever = spent[p];
      boolean paid = total(now) > 0;
      sums[p] = Arrays.stream(paid ? now : ever).mapToDouble(r -> Arrays.stream(r).sum()).toArray();
    }
    return sums;
  }

  private static double total(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).sum();
  }
}
