package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.SpendResponse;

/**
 * A range of a cell's spend over which its sampled response is concave.
 *
 * @param start cents
 * @param value the response there
 * @param segments its pieces, steepest first
 * @param error by how much the response may lie above the pieces
 */
record ConcaveStretch(double start, double value, List<Envelope.Segment> segments, double error) {
  ConcaveStretch {
    segments = List.copyOf(segments);
  }

  static List<ConcaveStretch> of(
      CentProblem problem, int cell, SpendResponse response, int pieces) {
    Envelope sampled = Envelope.of(problem, cell, response, pieces);
    int first = problem.threshold()[cell] > 0 ? 1 : 0;
    // Convex ranges need a switch for every piece, so they get fewer of them.
    List<Integer> corners = corners(sampled, first, Math.max(1, pieces / 8));
    List<ConcaveStretch> stretches = new ArrayList<>();
    if (first == 1 || corners.size() == 1) {
      stretches.add(new ConcaveStretch(sampled.points()[0], sampled.values()[0], List.of(), 0));
    }
    int from = 0;
    while (from + 1 < corners.size()) {
      int to = from + 1;
      while (to + 1 < corners.size()
          && slope(sampled, corners, to) <= slope(sampled, corners, to - 1)) {
        to++;
      }
      stretches.add(stretch(sampled, corners.subList(from, to + 1), response));
      from = to;
    }
    return stretches;
  }

  /** Returns the points that pieces run between: all, but few where slopes rise. */
  private static List<Integer> corners(Envelope sampled, int first, int convexPieces) {
    List<Integer> all = new ArrayList<>();
    for (int k = first; k < sampled.points().length; k++) {
      all.add(k);
    }
    List<Integer> kept = new ArrayList<>();
    int k = 0;
    while (k < all.size()) {
      kept.add(all.get(k));
      int end = k;
      while (end + 2 < all.size() && slope(sampled, all, end + 1) > slope(sampled, all, end)) {
        end++;
      }
      k += Math.max(1, (end - k + convexPieces) / convexPieces);
    }
    int last = sampled.points().length - 1;
    if (kept.get(kept.size() - 1) != last) {
      kept.add(last);
    }
    return kept;
  }

  private static ConcaveStretch stretch(
      Envelope sampled, List<Integer> corners, SpendResponse response) {
    List<Envelope.Segment> segments = new ArrayList<>();
    double error = 0;
    for (int c = 0; c + 1 < corners.size(); c++) {
      long from = sampled.points()[corners.get(c)];
      long to = sampled.points()[corners.get(c + 1)];
      double slope = slope(sampled, corners, c);
      segments.add(new Envelope.Segment(slope, (double) (to - from), false));
      double highest = response.ceiling(Money.of(from), Money.of(to), 100 * slope);
      error = Math.max(error, highest - (sampled.values()[corners.get(c)] - slope * from));
    }
    int start = corners.get(0);
    return new ConcaveStretch(sampled.points()[start], sampled.values()[start], segments, error);
  }

  private static double slope(Envelope sampled, List<Integer> corners, int c) {
    int from = corners.get(c);
    int to = corners.get(c + 1);
    return (sampled.values()[to] - sampled.values()[from])
        / (sampled.points()[to] - sampled.points()[from]);
  }
}
