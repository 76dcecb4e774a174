package org.deepcausalmmm.core.planning;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.Scaling;
import org.deepcausalmmm.data.Panel;

/**
 * The present plan, continued from the last weeks, and the cost of its exposures.
 *
 * <p>The present plan of a window repeats, week by week, the spend of as many weeks before it.
 * Money buys exposure at the channel's last observed cost in the region: spend over exposure,
 * summed over the latest four weeks in which there was both. Only exposure that the channel's own
 * money bought counts, not what other channels drove. Where a region never had both, the channel's
 * cost over all regions applies.
 */
final class ReferenceSpend {
  private static final int LATEST = 4;

  private final Panel panel;
  private final int history;
  private final int[] paid;
  private final double[][][] own;
  private final double[][] cost;

  /**
   * Measures spend and cost in the weeks before the plan.
   *
   * @param relative [channel][region][week]: exposure in units of the region's average
   */
  ReferenceSpend(Panel panel, Scaling scaling, double[][][] relative, ExposureOrigins origins) {
    this.panel = panel;
    history = relative[0][0].length;
    own = new double[relative.length][][];
    for (ExposureOrigins.Part part : origins.parts()) {
      if (part.origin() == part.channel()) {
        own[part.channel()] = part.exposure();
      }
    }
    cost = new double[relative.length][panel.regionCount()];
    List<Integer> found = new ArrayList<>();
    for (int c = 0; c < relative.length; c++) {
      double[][] spend = panel.channels().get(c).spend();
      if (spend != null && costs(c, spend, scaling.exposure())) {
        found.add(c);
      }
    }
    paid = found.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Measures a channel's cost of relative exposure, and returns whether its money ever bought any.
   */
  private boolean costs(int channel, double[][] spend, double[][] unit) {
    double allSpend = 0;
    double allExposure = 0;
    for (int r = 0; r < spend.length; r++) {
      double money = 0;
      double exposure = 0;
      int weeks = 0;
      for (int t = history - 1; t >= 0 && weeks < LATEST; t--) {
        if (spend[r][t] > 0 && own[channel][r][t] > 0) {
          money += spend[r][t];
          exposure += own[channel][r][t];
          weeks++;
        }
      }
      cost[channel][r] = exposure > 0 ? money / exposure : Double.NaN;
      allSpend += money;
      allExposure += exposure * unit[r][channel];
    }
    for (int r = 0; r < spend.length && allExposure > 0; r++) {
      if (Double.isNaN(cost[channel][r])) {
        cost[channel][r] = allSpend / allExposure * unit[r][channel];
      }
    }
    return allExposure > 0;
  }

  /** Returns the indices of the channels whose money ever bought exposure. */
  int[] paid() {
    return paid;
  }

  /** Returns the cost of a unit of relative exposure. */
  double cost(int channel, int region) {
    return cost[channel][region];
  }

  /** Returns the spend of the present plan: [paid channel][region][week]. */
  double[][][] present(int weeks) {
    double[][][] present = new double[paid.length][][];
    for (int p = 0; p < paid.length; p++) {
      double[][] spend = panel.channels().get(paid[p]).spend();
      present[p] = new double[panel.regionCount()][weeks];
      for (int r = 0; r < present[p].length && spend != null; r++) {
        for (int t = 0; t < weeks; t++) {
          present[p][r][t] = spend[r][before(t, weeks)];
        }
      }
    }
    return present;
  }

  /** Returns the mean bought exposure of a channel in the weeks that the present plan repeats. */
  double meanOwn(int channel, int region, int weeks) {
    double sum = 0;
    for (int t = 0; t < weeks; t++) {
      sum += own[channel][region][before(t, weeks)];
    }
    return sum / weeks;
  }

  /** Returns the week of the history that a week of the plan repeats; a short one is cycled. */
  private int before(int week, int weeks) {
    return history - 1 - Math.floorMod(weeks - 1 - week, Math.min(weeks, history));
  }
}
