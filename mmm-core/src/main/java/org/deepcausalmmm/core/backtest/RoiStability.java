package org.deepcausalmmm.core.backtest;

import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * The stability of a channel's ROI from origin to origin.
 *
 * @param metric {@code roi}, or {@code per_exposure} where a channel has no spend
 * @param mean over the origins
 * @param variation standard deviation over the origins, relative to the mean
 * @param largestMove the greatest relative change from one origin to the next
 * @param insideShare share of the later origins whose estimate lies inside the interval of the
 *     origin before; NaN where fewer than two origins have an effect
 */
public record RoiStability(
    String channel,
    String metric,
    double mean,
    double variation,
    double largestMove,
    double insideShare) {

  /**
   * Returns the stability of one channel over its origins; those before its launch do not count.
   */
  static RoiStability of(List<ChannelAtOrigin> origins) {
    boolean paid = origins.stream().anyMatch(o -> o.effect().roi() != null);
    List<Interval> effects =
        origins.stream()
            .filter(ChannelAtOrigin::acted)
            .map(o -> paid ? o.effect().roi() : o.perExposure())
            .filter(effect -> effect != null)
            .toList();
    double mean = effects.stream().mapToDouble(Interval::mean).average().orElse(Double.NaN);
    double squares = effects.stream().mapToDouble(e -> Math.pow(e.mean() - mean, 2)).sum();
    int changes = effects.size() - 1;
    double largest = 0;
    int inside = 0;
    for (int i = 0; i < changes; i++) {
      Interval before = effects.get(i);
      double after = effects.get(i + 1).mean();
      largest = Math.max(largest, Math.abs(after / before.mean() - 1));
      inside += after >= before.lower() && after <= before.upper() ? 1 : 0;
    }
    return new RoiStability(
        origins.get(0).channel(),
        paid ? "roi" : "per_exposure",
        mean,
        changes < 1 ? Double.NaN : Math.sqrt(squares / changes) / mean,
        changes < 1 ? Double.NaN : largest,
        changes < 1 ? Double.NaN : (double) inside / changes);
  }
}
