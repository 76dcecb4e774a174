package org.deepcausalmmm.dag;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The search for cycles in a small graph. */
final class Cycles {
  private Cycles() {}

  /**
   * Returns the channels of a shortest cycle, each driving the next and the last the first; empty
   * if there is none.
   *
   * @param edge [from][to]
   */
  static List<Integer> shortest(boolean[][] edge) {
    List<Integer> best = List.of();
    for (int start = 0; start < edge.length; start++) {
      List<Integer> cycle = through(start, edge);
      if (!cycle.isEmpty() && (best.isEmpty() || cycle.size() < best.size())) {
        best = cycle;
      }
    }
    return best;
  }

  private static List<Integer> through(int start, boolean[][] edge) {
    int[] before = new int[edge.length];
    java.util.Arrays.fill(before, -1);
    Deque<Integer> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      int at = queue.remove();
      for (int to = 0; to < edge.length; to++) {
        if (edge[at][to] && to == start) {
          List<Integer> cycle = new ArrayList<>();
          for (int back = at; back != start; back = before[back]) {
            cycle.add(0, back);
          }
          cycle.add(0, start);
          return cycle;
        }
        if (edge[at][to] && before[to] < 0) {
          before[to] = at;
          queue.add(to);
        }
      }
    }
    return List.of();
  }
}
