package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The exact choice of one option per cell under nested limits, by dynamic programming over a grid
 * of money.
 *
 * <p>A node's table holds the best value of every sum of its cells; tables of members are joined
 * one after the other (R. Bellman, Dynamic Programming, 1957, allocation processes).
 */
final class TreeProgram {
  /**
   * The translation of the sum of a node's units into cents.
   *
   * @param base cents at a sum of 0 units
   * @param slack by how many cents the true sum may be larger
   * @param price what a cent of the true sum adds to the value
   */
  record Terms(long base, long slack, double price) {}

  /**
   * The best combination.
   *
   * @param picked [cell]: the place of its choice
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Best(double value, int[] picked) {}

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Table(int start, double[] values) {
    int end() {
      return start + values.length - 1;
    }
  }

  /** The way in which a node's table arose: for every member, the pick in every state. */
  private record Trace(List<int[]> picks, List<Integer> starts) {}

  private final GroupNode root;
  private final Choices[] choices;
  private final Terms[] terms;
  private final long step;
  private final int reach;
  private final Trace[] traces;
  private final int[] tableStarts;

  /**
   * Prepares a programme.
   *
   * @param choices [cell]
   * @param terms [node]
   * @param step cents per unit
   * @param reach partial sums further from 0 than this many units are not followed
   */
  TreeProgram(GroupNode root, Choices[] choices, Terms[] terms, long step, int reach) {
    this.root = root;
    this.choices = choices;
    this.terms = terms;
    this.step = step;
    this.reach = reach;
    this.traces = new Trace[terms.length];
    this.tableStarts = new int[terms.length];
  }

  /** Returns the best combination; empty if none keeps the limits. */
  Optional<Best> solve() {
    Table table = table(root);
    int best = -1;
    for (int s = 0; s < table.values.length; s++) {
      if (table.values[s] > (best < 0 ? Double.NEGATIVE_INFINITY : table.values[best])) {
        best = s;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    int[] picked = new int[choices.length];
    trace(root, table.start + best, picked);
    return Optional.of(new Best(table.values[best], picked));
  }

  /** Counts the additions that a solution takes, about. */
  double work() {
    return work(root)[2];
  }

  private double[] work(GroupNode node) {
    double least = 0;
    double most = 0;
    double work = 0;
    double cap = mostUnits(node);
    for (int cell : node.cells()) {
      work += (Math.min(most, cap) - least + 1) * choices[cell].units().length;
      least += choices[cell].least();
      most += choices[cell].most();
    }
    for (GroupNode group : node.groups()) {
      double[] inner = work(group);
      work += inner[2] + (Math.min(most, cap) - least + 1) * (inner[1] - inner[0] + 1);
      least += inner[0];
      most += inner[1];
    }
    return new double[] {least, Math.min(most, cap), work};
  }

  private long mostUnits(GroupNode node) {
    return Math.floorDiv(node.upper() - terms[node.id()].base(), step);
  }

  private Table table(GroupNode node) {
    Trace trace = new Trace(new ArrayList<>(), new ArrayList<>());
    traces[node.id()] = trace;
    List<Table> inner = node.groups().stream().map(this::table).toList();
    long[] rest = leastOfRest(node, inner);
    Table table = new Table(0, new double[] {0});
    int member = 0;
    for (int cell : node.cells()) {
      table = join(table, choices[cell], cap(node, rest[++member]), trace);
    }
    for (Table sub : inner) {
      table = join(table, asChoices(sub), cap(node, rest[++member]), trace);
    }
    tableStarts[node.id()] = table.start;
    return limited(node, table);
  }

  /** Returns the least units of all members from each on, so that hopeless sums are left out. */
  private long[] leastOfRest(GroupNode node, List<Table> inner) {
    int cells = node.cells().length;
    long[] rest = new long[cells + inner.size() + 1];
    for (int m = rest.length - 2; m >= 0; m--) {
      int least = m < cells ? choices[node.cells()[m]].least() : inner.get(m - cells).start;
      rest[m] = rest[m + 1] + least;
    }
    return rest;
  }

  private int cap(GroupNode node, long rest) {
    return (int) Math.max(-reach, Math.min(reach, mostUnits(node) - rest));
  }

  private static Choices asChoices(Table table) {
    int[] units = new int[table.values.length];
    Arrays.setAll(units, s -> table.start + s);
    return new Choices(units, table.values);
  }

  private Table join(Table table, Choices member, int cap, Trace trace) {
    int start = Math.max(-reach, table.start + member.least());
    int end = Math.min(cap, table.end() + member.most());
    int length = Math.max(0, end - start + 1);
    double[] values = new double[length];
    int[] picks = new int[length];
    Arrays.fill(values, Double.NEGATIVE_INFINITY);
    for (int c = 0; c < member.units().length; c++) {
      double gain = member.values()[c];
      int shift = table.start + member.units()[c] - start;
      int from = Math.max(0, -shift);
      int to = Math.min(table.values.length, length - shift);
      for (int s = from; s < to; s++) {
        double value = table.values[s] + gain;
        if (value > values[s + shift]) {
          values[s + shift] = value;
          picks[s + shift] = c;
        }
      }
    }
    trace.picks.add(picks);
    trace.starts.add(start);
    return new Table(start, values);
  }

  private Table limited(GroupNode node, Table table) {
    Terms term = terms[node.id()];
    double[] values = table.values.clone();
    for (int s = 0; s < values.length; s++) {
      long low = term.base + (table.start + s) * step;
      long high = low + term.slack;
      if (low > node.upper() || high < node.lower()) {
        values[s] = Double.NEGATIVE_INFINITY;
      } else {
        long sum = term.price > 0 ? Math.min(node.upper(), high) : Math.max(node.lower(), low);
        values[s] += term.price * sum;
      }
    }
    return new Table(table.start, values);
  }

  private void trace(GroupNode node, int state, int[] picked) {
    Trace trace = traces[node.id()];
    int remaining = state;
    for (int m = trace.picks.size() - 1; m >= 0; m--) {
      int pick = trace.picks.get(m)[remaining - trace.starts.get(m)];
      if (m < node.cells().length) {
        int cell = node.cells()[m];
        picked[cell] = pick;
        remaining -= choices[cell].units()[pick];
      } else {
        GroupNode group = node.groups().get(m - node.cells().length);
        int units = tableStarts[group.id()] + pick;
        trace(group, units, picked);
        remaining -= units;
      }
    }
  }
}
