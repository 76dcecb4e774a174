package org.deepcausalmmm.optimizer.solve;

import java.util.Optional;

/**
 * The plan nearest to any amounts that keeps all bounds and nested groups to the cent.
 *
 * <p>What is missing in a group goes to its members in proportion to their room, and likewise what
 * is too much.
 */
final class TreeFill {
  private final CentProblem problem;
  private final long[] least;
  private final long[] most;

  /** Prepares a problem in which every switch is decided. */
  private TreeFill(CentProblem problem) {
    this.problem = problem;
    int nodes = problem.root().count();
    least = new long[nodes];
    most = new long[nodes];
    range(problem.root());
  }

  /**
   * Returns a plan near some amounts, with the same cells switched on if that is possible,
   * otherwise with all or none; empty if none of these is.
   *
   * @param target [cell]: cents
   */
  static Optional<long[]> near(CentProblem problem, long[] target) {
    int size = problem.size();
    boolean[] on = new boolean[size];
    boolean[] all = new boolean[size];
    for (int i = 0; i < size; i++) {
      on[i] = 2 * target[i] >= problem.threshold()[i];
      all[i] = true;
    }
    return withSwitches(problem, target, on)
        .or(() -> withSwitches(problem, target, all))
        .or(() -> withSwitches(problem, target, new boolean[size]));
  }

  /** Returns a plan near some amounts with the given cells switched on; empty if there is none. */
  static Optional<long[]> withSwitches(CentProblem problem, long[] target, boolean[] on) {
    TreeFill fill = new TreeFill(problem.switched(on));
    if (!fill.possible(problem.root())) {
      return Optional.empty();
    }
    long[] plan = new long[target.length];
    GroupNode root = problem.root();
    fill.distribute(root, fill.clip(root, fill.wanted(root, target)), target, plan);
    return Optional.of(plan);
  }

  private void range(GroupNode node) {
    long low = 0;
    long high = 0;
    for (int cell : node.cells()) {
      low += problem.lower()[cell];
      high += problem.upper()[cell];
    }
    for (GroupNode group : node.groups()) {
      range(group);
      low += least[group.id()];
      high += most[group.id()];
    }
    least[node.id()] = Math.max(low, node.lower());
    most[node.id()] = Math.min(high, node.upper());
  }

  private boolean possible(GroupNode node) {
    return least[node.id()] <= most[node.id()] && node.groups().stream().allMatch(this::possible);
  }

  private long clip(GroupNode node, long amount) {
    return Math.max(least[node.id()], Math.min(most[node.id()], amount));
  }

  private long wanted(GroupNode node, long[] target) {
    long sum = 0;
    for (int cell : node.cells()) {
      sum += clipCell(cell, target[cell]);
    }
    for (GroupNode group : node.groups()) {
      sum += clip(group, wanted(group, target));
    }
    return sum;
  }

  private long clipCell(int cell, long amount) {
    return Math.max(problem.lower()[cell], Math.min(problem.upper()[cell], amount));
  }

  private void distribute(GroupNode node, long total, long[] target, long[] plan) {
    int cells = node.cells().length;
    int members = cells + node.groups().size();
    long[] amount = new long[members];
    long[] low = new long[members];
    long[] high = new long[members];
    long missing = total;
    for (int m = 0; m < members; m++) {
      if (m < cells) {
        int cell = node.cells()[m];
        low[m] = problem.lower()[cell];
        high[m] = problem.upper()[cell];
        amount[m] = clipCell(cell, target[cell]);
      } else {
        GroupNode group = node.groups().get(m - cells);
        low[m] = least[group.id()];
        high[m] = most[group.id()];
        amount[m] = clip(group, wanted(group, target));
      }
      missing -= amount[m];
    }
    spread(missing, amount, low, high);
    for (int m = 0; m < members; m++) {
      if (m < cells) {
        plan[node.cells()[m]] = amount[m];
      } else {
        distribute(node.groups().get(m - cells), amount[m], target, plan);
      }
    }
  }

  /** Adds what is missing, or takes away what is too much if it is negative. */
  private static void spread(long missing, long[] amount, long[] low, long[] high) {
    double room = 0;
    for (int m = 0; m < amount.length; m++) {
      room += missing > 0 ? high[m] - amount[m] : amount[m] - low[m];
    }
    if (missing == 0 || room <= 0) {
      return;
    }
    double part = missing / room;
    long remaining = missing;
    for (int m = 0; m < amount.length; m++) {
      long own = missing > 0 ? high[m] - amount[m] : amount[m] - low[m];
      long share = (long) (own * part); // rounded towards zero
      amount[m] += share;
      remaining -= share;
    }
    // What rounding left over goes round cent by cent, so that no member takes it all.
    for (int m = 0; remaining != 0; m = (m + 1) % amount.length) {
      if (remaining > 0 && amount[m] < high[m]) {
        amount[m]++;
        remaining--;
      } else if (remaining < 0 && amount[m] > low[m]) {
        amount[m]--;
        remaining++;
      }
    }
  }
}
