package org.deepcausalmmm.core.backtest;

import java.util.List;

/**
 * Says how steady a channel's return is from origin to origin.
 *
 * @param metric {@code roi}, or {@code per_exposure} where a channel has no spend
 * @param mean over the origins
 * @param variation standard deviation over the origins, relative to the mean
 * @param largestMove the greatest relative change from one origin to the next
 * @param insideShare how many of the later origins have their estimate inside the interval of the
 *     origin before; NaN with one origin
 */
public record RoiStability(
    String channel,
    String metric,
    double mean,
    double variation,
    double largestMove,
    double insideShare) {

  /** Compares what was found of one channel, by origin. */
  static RoiStability of(List<ChannelAtOrigin> origins) {
    double mean = origins.stream().mapToDouble(o -> o.effect().mean()).average().orElseThrow();
    double squares = origins.stream().mapToDouble(o -> Math.pow(o.effect().mean() - mean, 2)).sum();
    int moves = origins.size() - 1;
    double largest = 0;
    int inside = 0;
    for (int i = 0; i < moves; i++) {
      double before = origins.get(i).effect().mean();
      double after = origins.get(i + 1).effect().mean();
      largest = Math.max(largest, Math.abs(after - before) / Math.max(before, Double.MIN_NORMAL));
      inside +=
          after >= origins.get(i).effect().lower() && after <= origins.get(i).effect().upper()
              ? 1
              : 0;
    }
    return new RoiStability(
        origins.get(0).channel(),
        origins.get(0).roi() == null ? "per_exposure" : "roi",
        mean,
        moves == 0 ? Double.NaN : Math.sqrt(squares / moves) / mean,
        moves == 0 ? Double.NaN : largest,
        moves == 0 ? Double.NaN : (double) inside / moves);
  }
}
