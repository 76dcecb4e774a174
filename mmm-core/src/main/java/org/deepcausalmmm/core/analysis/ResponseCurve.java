package org.deepcausalmmm.core.analysis;

import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;

/** Says what a channel would bring if its spend in every fitted week were scaled. */
public record ResponseCurve(String channel, List<Point> points) {
  /**
   * Is a point of the curve.
   *
   * @param multiplier of the present spend
   * @param spend the scaled spend, or the scaled exposure for a channel without spend
   * @param outcome incremental outcome against spend 0
   */
  public record Point(double multiplier, double spend, Interval outcome) {}

  public ResponseCurve {
    points = List.copyOf(points);
  }
}
