package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;

/**
 * Prices money in every group so that cells which each earn most after paying it spend nearly what
 * the groups allow, and proves an upper bound from these prices.
 *
 * <p>Any prices give a valid bound (Lagrangian duality; H. Everett, Generalized Lagrange multiplier
 * method, Operations Research 11, 1963). Those of the concave envelopes, found by merging their
 * pieces in order of slope, are nearly the best.
 */
final class DualPrices {
  private final CentProblem problem;
  private final SeparableObjective objective;
  private final Envelope[] envelopes;
  private final double[] cellPrice;
  private final double[] nodePrice;
  private final double[] ceilings;
  private final double bound;

  private record Merged(double base, List<Envelope.Segment> segments) {}

  private final Merged[] merged;

  DualPrices(CentProblem problem, SeparableObjective objective) {
    this(problem, objective, Math.max(48, Math.min(1000, 200_000 / problem.size())));
  }

  /**
   * Prices money with a given effort.
   *
   * @param pieces of each envelope; more make the prices, and so the bound, a little better
   */
  DualPrices(CentProblem problem, SeparableObjective objective, int pieces) {
    this.problem = problem;
    this.objective = objective;
    int size = problem.size();
    envelopes = new Envelope[size];
    for (int i = 0; i < size; i++) {
      envelopes[i] = Envelope.of(problem, i, objective.responses().get(i), pieces);
    }
    int nodes = problem.root().count();
    merged = new Merged[nodes];
    cellPrice = new double[size];
    nodePrice = new double[nodes];
    ceilings = new double[size];
    merge(problem.root());
    setPrices(problem.root(), 0);
    bound = prove();
  }

  /** Returns a proven upper bound of the value of every allowed plan. */
  double bound() {
    return bound;
  }

  /** Returns what a cent costs in a cell. */
  double cellPrice(int cell) {
    return cellPrice[cell];
  }

  /** Returns what a cent within a node costs beyond its price in the node above. */
  double nodePrice(int node) {
    return nodePrice[node];
  }

  /** Returns the most that a cell can earn after paying. */
  double ceiling(int cell) {
    return ceilings[cell];
  }

  /**
   * Returns the spends that each earn most after paying; together they need not keep the limits.
   */
  long[] spends() {
    long[] spends = new long[problem.size()];
    for (int i = 0; i < spends.length; i++) {
      spends[i] = envelopes[i].best(cellPrice[i]);
    }
    return spends;
  }

  private List<Envelope.Segment> merge(GroupNode node) {
    double base = 0;
    List<Envelope.Segment> all = new ArrayList<>();
    for (int cell : node.cells()) {
      base += envelopes[cell].points()[0];
      all.addAll(envelopes[cell].segments());
    }
    for (GroupNode group : node.groups()) {
      all.addAll(merge(group));
      base += merged[group.id()].base;
    }
    all.sort(
        Comparator.comparing((Envelope.Segment s) -> !s.forced())
            .thenComparing(Comparator.comparingDouble(Envelope.Segment::slope).reversed()));
    merged[node.id()] = new Merged(base, all);
    return cut(all, (double) node.lower() - base, (double) node.upper() - base);
  }

  /** Leaves out what an upper limit never takes and marks what a lower limit always takes. */
  private static List<Envelope.Segment> cut(
      List<Envelope.Segment> segments, double forced, double most) {
    List<Envelope.Segment> kept = new ArrayList<>();
    double position = 0;
    for (Envelope.Segment segment : segments) {
      double end = Math.min(most, position + segment.length());
      double middle = Math.max(position, Math.min(end, forced));
      if (middle > position) {
        kept.add(new Envelope.Segment(segment.slope(), middle - position, true));
      }
      if (end > middle) {
        kept.add(new Envelope.Segment(segment.slope(), end - middle, segment.forced()));
      }
      position = Math.max(position, end);
    }
    return kept;
  }

  private void setPrices(GroupNode node, double outer) {
    Merged all = merged[node.id()];
    double wanted = all.base;
    for (Envelope.Segment segment : all.segments) {
      wanted += segment.forced() || segment.slope() > outer ? segment.length() : 0;
    }
    double price = outer;
    if (wanted > node.upper()) {
      price = Math.max(outer, slopeAt(all, (double) node.upper()));
    } else if (wanted < node.lower()) {
      price = Math.min(outer, slopeAt(all, (double) node.lower()));
    }
    nodePrice[node.id()] = price - outer;
    for (int cell : node.cells()) {
      cellPrice[cell] = price;
    }
    for (GroupNode group : node.groups()) {
      setPrices(group, price);
    }
  }

  private static double slopeAt(Merged all, double total) {
    double position = all.base;
    double slope = 0;
    for (Envelope.Segment segment : all.segments) {
      position += segment.length();
      slope = segment.slope();
      if (position >= total && !segment.forced()) {
        return slope;
      }
    }
    return slope;
  }

  private double prove() {
    double sum = 0;
    for (int i = 0; i < ceilings.length; i++) {
      ceilings[i] =
          envelopes[i].ceiling(objective.responses().get(i), problem.threshold()[i], cellPrice[i]);
      sum += ceilings[i];
    }
    for (GroupNode node : problem.nodes()) {
      double price = nodePrice[node.id()];
      sum += price * (price > 0 ? node.upper() : node.lower());
    }
    return sum;
  }
}
