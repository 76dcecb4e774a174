package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.SpendResponse;

/**
 * The concave envelope of samples of a cell's response.
 *
 * @param cell the cell
 * @param points [point]: cents, rising; the allowed spends lie between them, except that nothing
 *     lies between 0 and a threshold
 * @param values [point]: response
 * @param segments the envelope's pieces, steepest first
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Envelope(int cell, long[] points, double[] values, List<Segment> segments) {
  /**
   * A piece of a concave function.
   *
   * @param slope value per cent
   * @param length cents
   * @param forced true if a lower limit takes it whatever it earns
   */
  record Segment(double slope, double length, boolean forced) {}

  static Envelope of(CentProblem problem, int cell, SpendResponse response, int pieces) {
    long[] points = points(problem, cell, pieces);
    double[] values = new double[points.length];
    for (int k = 0; k < points.length; k++) {
      values[k] = response.value(Money.of(points[k]));
    }
    return new Envelope(cell, points, values, hull(points, values));
  }

  /** Returns the sampled spend at which the response less the price of the spend is highest. */
  long best(double price) {
    int best = 0;
    for (int k = 1; k < points.length; k++) {
      if (values[k] - price * points[k] > values[best] - price * points[best]) {
        best = k;
      }
    }
    return points[best];
  }

  /** Returns a proven upper bound of the response less the price of the spend. */
  double ceiling(SpendResponse response, long threshold, double price) {
    double highest = values[0] - price * points[0];
    for (int k = 1; k < points.length; k++) {
      if (points[k] > threshold) {
        highest =
            Math.max(
                highest,
                response.ceiling(Money.of(points[k - 1]), Money.of(points[k]), price * 100));
      } else {
        highest = Math.max(highest, values[k] - price * points[k]);
      }
    }
    return highest;
  }

  /** Returns value and slope per cent at a spend in cents, from the last corner on extended. */
  double[] at(double cents) {
    double from = points[0];
    double value = values[0];
    double slope = 0;
    for (int k = 0; k < segments.size(); k++) {
      Segment segment = segments.get(k);
      slope = segment.slope();
      if (cents <= from + segment.length() || k + 1 == segments.size()) {
        break;
      }
      from += segment.length();
      value += slope * segment.length();
    }
    return new double[] {value + slope * (cents - from), slope};
  }

  /** Returns by how much the response may lie above the envelope of its samples. */
  double excess(SpendResponse response, long threshold) {
    double excess = 0;
    double from = points[0];
    double value = values[0];
    for (Segment segment : segments) {
      double to = from + segment.length();
      double start = value - segment.slope() * from;
      for (int k = 1; k < points.length; k++) {
        if (points[k] > from && points[k] <= to && points[k] > threshold) {
          double low = Money.of(points[k - 1]);
          double highest = response.ceiling(low, Money.of(points[k]), segment.slope() * 100);
          excess = Math.max(excess, highest - start);
        }
      }
      from = to;
      value += segment.slope() * segment.length();
    }
    return excess;
  }

  /** Places points closer together near the lower end, where responses bend most. */
  private static long[] points(CentProblem problem, int cell, int pieces) {
    List<Long> points = new ArrayList<>();
    long start = problem.lower()[cell];
    points.add(start);
    if (problem.threshold()[cell] > 0) {
      start = problem.threshold()[cell];
      points.add(start);
    }
    double width = problem.upper()[cell] - start;
    for (int k = 1; k <= pieces; k++) {
      double part = (double) k / pieces;
      long point = start + (long) (width * part * part);
      if (point > points.get(points.size() - 1)) {
        points.add(point);
      }
    }
    return points.stream().mapToLong(Long::longValue).toArray();
  }

  private static List<Segment> hull(long[] points, double[] values) {
    List<Integer> corners = new ArrayList<>();
    for (int k = 0; k < points.length; k++) {
      while (corners.size() > 1) {
        int last = corners.get(corners.size() - 1);
        int before = corners.get(corners.size() - 2);
        if (slope(points, values, before, last) > slope(points, values, last, k)) {
          break;
        }
        corners.remove(corners.size() - 1);
      }
      corners.add(k);
    }
    List<Segment> segments = new ArrayList<>();
    for (int c = 1; c < corners.size(); c++) {
      int from = corners.get(c - 1);
      int to = corners.get(c);
      segments.add(new Segment(slope(points, values, from, to), points[to] - points[from], false));
    }
    return segments;
  }

  private static double slope(long[] points, double[] values, int from, int to) {
    return (values[to] - values[from]) / (points[to] - points[from]);
  }
}
