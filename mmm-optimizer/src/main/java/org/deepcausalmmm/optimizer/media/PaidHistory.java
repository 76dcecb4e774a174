package org.deepcausalmmm.optimizer.media;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.data.Panel;

/**
 * The spend before the plan.
 *
 * @param names the paid channels
 * @param weeks the planned weeks, as the data name weeks
 * @param spent [paid channel][region][week]
 * @param present [paid channel][region][planned week]: the present plan
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record PaidHistory(
    List<String> names,
    List<String> regions,
    List<String> weeks,
    double[][][] spent,
    double[][][] present) {

  static PaidHistory of(Panel panel, FutureMedia media, FutureWeeks window) {
    int weeks = Math.min(window.first(), panel.weekCount());
    double[][][] spent = new double[media.paid().size()][panel.regionCount()][weeks];
    for (int p = 0; p < spent.length; p++) {
      double[][] spend = panel.channels().get(media.paid().get(p)).spend();
      for (int r = 0; r < panel.regionCount() && spend != null; r++) {
        spent[p][r] = Arrays.copyOf(spend[r], weeks);
      }
    }
    List<String> names = media.paid().stream().map(c -> panel.channelNames().get(c)).toList();
    List<String> planned =
        IntStream.range(0, window.count()).mapToObj(t -> window.label(panel.weeks(), t)).toList();
    return new PaidHistory(names, panel.regions(), planned, spent, media.present());
  }

  /** Maps decisions to regions and weeks, spreading money as the present plan does. */
  SpendMap asPresent(PlanBy by) {
    return SpendMap.of(by, names, regions, weeks, present, byRegion());
  }

  /** Maps decisions to regions and weeks, spreading money evenly over weeks. */
  SpendMap flat(PlanBy by) {
    double[][][] none = new double[names.size()][regions.size()][weeks.size()];
    return SpendMap.of(by, names, regions, weeks, none, byRegion());
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
