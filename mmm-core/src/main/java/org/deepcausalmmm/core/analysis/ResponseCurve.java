package org.deepcausalmmm.core.analysis;

import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * The response curve of a channel: its incremental outcome when its spend in every training week is
 * scaled.
 */
public record ResponseCurve(String channel, List<ResponsePoint> points) {
  /**
   * A point of a response curve.
   *
   * @param multiplier of the observed spend
   * @param spend the scaled spend, or the scaled exposure for a channel without spend
   * @param outcome incremental outcome against spend 0
   */
  public record ResponsePoint(double multiplier, double spend, Interval outcome) {}

  public ResponseCurve {
    points = List.copyOf(points);
  }
}
