package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Limit;
import org.deepcausalmmm.optimizer.problem.Money;

/** The sorting of limits into groups that nest and rows that cross them. */
final class LimitSorter {
  private record Sum(BitSet cells, long lower, long upper) {}

  private final int size;
  private final List<Sum> nested = new ArrayList<>();
  private final List<Row> crossing = new ArrayList<>();
  private final GroupNode root;
  private int nodes;

  LimitSorter(BudgetProblem problem, long budget) {
    this.size = problem.size();
    List<Sum> sums = new ArrayList<>();
    for (Limit limit : problem.limits()) {
      if (limit instanceof Limit.Group group) {
        long most = Double.isInfinite(group.upper()) ? budget : Money.floorCents(group.upper());
        sums.add(new Sum(bits(group), Money.ceilCents(group.lower()), Math.min(budget, most)));
      } else if (limit instanceof Limit.Share share) {
        long least = (long) Math.floor(share.lower() * budget + 1e-6);
        long most = (long) Math.ceil(share.upper() * budget - 1e-6);
        sums.add(new Sum(bits(share), least, most));
      } else if (limit instanceof Limit.Change change) {
        addChange(change);
      }
    }
    sums.sort(Comparator.comparingInt((Sum s) -> s.cells.cardinality()).reversed());
    sums.forEach(this::place);
    BitSet all = new BitSet();
    all.set(0, size);
    root =
        node(new Sum(all, Money.ceilCents(problem.minimumSpend()), budget), nested, this.nodes++);
  }

  GroupNode root() {
    return root;
  }

  List<Row> crossing() {
    return List.copyOf(crossing);
  }

  private static BitSet bits(Limit limit) {
    BitSet bits = new BitSet();
    limit.cells().forEach(bits::set);
    return bits;
  }

  private void addChange(Limit.Change change) {
    int[] cells = {change.before(), change.after()};
    double slack = change.absolute() * 100;
    crossing.add(
        new Row(
            cells,
            new double[] {-1 - change.relative(), 1},
            Double.NEGATIVE_INFINITY,
            slack,
            2 + change.relative()));
    crossing.add(
        new Row(
            cells,
            new double[] {-1 + change.relative(), 1},
            -slack,
            Double.POSITIVE_INFINITY,
            2 + change.relative()));
  }

  private void place(Sum sum) {
    for (Sum other : nested) {
      BitSet common = (BitSet) sum.cells.clone();
      common.and(other.cells);
      if (!common.isEmpty() && !common.equals(sum.cells)) {
        int[] cells = sum.cells.stream().toArray();
        double[] ones = new double[cells.length];
        Arrays.fill(ones, 1);
        crossing.add(new Row(cells, ones, (double) sum.lower, (double) sum.upper, 0));
        return;
      }
    }
    nested.add(sum);
  }

  /** Builds a node from the sums within it, of which larger ones come first. */
  private GroupNode node(Sum sum, List<Sum> within, int id) {
    List<GroupNode> groups = new ArrayList<>();
    BitSet own = (BitSet) sum.cells.clone();
    List<Sum> unplaced = new ArrayList<>(within);
    while (!unplaced.isEmpty()) {
      Sum first = unplaced.remove(0);
      List<Sum> inside = unplaced.stream().filter(s -> s.cells.intersects(first.cells)).toList();
      unplaced.removeAll(inside);
      groups.add(node(first, inside, nodes++));
      own.andNot(first.cells);
    }
    return new GroupNode(id, groups, own.stream().toArray(), sum.lower, sum.upper);
  }
}
