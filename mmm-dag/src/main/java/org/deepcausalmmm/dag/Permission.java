package org.deepcausalmmm.dag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.EdgeConstraints.Pair;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.StructureData;

/**
 * The edges that a structure may, must and must not have.
 *
 * @param allowed [from][to]
 * @param required [from][to]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Permission(boolean[][] allowed, boolean[][] required) {

  /**
   * Combines what the user knows with what the data can tell.
   *
   * @param dependence whether edges into channels without an own input are wanted
   * @param inOrder whether an edge may lead to a later channel only
   * @throws MmmException with code MMM-CONFIG-071 to 073 if the constraints contradict each other
   */
  static Permission of(
      StructureData data, EdgeConstraints constraints, boolean dependence, boolean inOrder) {
    int n = data.channelCount();
    check(constraints, data.channels());
    boolean[][] allowed = new boolean[n][n];
    boolean[][] required = new boolean[n][n];
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        required[from][to] = constraints.required().contains(new Pair(from, to));
        allowed[from][to] =
            constraints.allows(from, to)
                && (data.hasOwnInput()[to] || dependence)
                && (!inOrder || from < to);
      }
    }
    return new Permission(allowed, required);
  }

  /** Returns which channels may drive a channel, [from]. */
  boolean[] into(int channel) {
    return column(allowed, channel);
  }

  /** Returns which channels have to drive a channel, [from]. */
  boolean[] requiredInto(int channel) {
    return column(required, channel);
  }

  private static boolean[] column(boolean[][] matrix, int channel) {
    boolean[] column = new boolean[matrix.length];
    for (int from = 0; from < column.length; from++) {
      column[from] = matrix[from][channel];
    }
    return column;
  }

  private static void check(EdgeConstraints constraints, List<String> channels) {
    int n = channels.size();
    boolean ordered =
        constraints.order().isEmpty()
            || (constraints.order().size() == n
                && new HashSet<>(constraints.order()).size() == n
                && constraints.order().stream().allMatch(c -> c >= 0 && c < n));
    if (!ordered || (!constraints.tiers().isEmpty() && constraints.tiers().size() != n)) {
      throw DagCode.BAD_ORDER.error(
          "The order %s or the tiers %s do not name each of the %d channels once."
              .formatted(constraints.order(), constraints.tiers(), n),
          "Give every channel a place, or leave the order and the tiers out.");
    }
    for (Pair pair : constraints.required()) {
      String name = name(channels, pair.from()) + " -> " + name(channels, pair.to());
      if (!constraints.allows(pair.from(), pair.to()) || pair.from() >= n || pair.to() >= n) {
        throw DagCode.EDGE_IMPOSSIBLE.error(
            "The required edge %s is not possible.".formatted(name),
            "Take it off the required edges, or change what forbids it: the forbidden edges, the"
                + " order or the tiers.");
      }
    }
    List<Integer> cycle = cycle(constraints.required(), n);
    if (!cycle.isEmpty()) {
      String path = cycle.stream().map(c -> name(channels, c)).collect(Collectors.joining(" -> "));
      throw DagCode.REQUIRED_CYCLE.error(
          "The required edges form a cycle: %s.".formatted(path), "Take one of them off.");
    }
  }

  /** Returns the channels along a cycle, of which the first is named again at the end, if any. */
  private static List<Integer> cycle(Set<Pair> edges, int channels) {
    Set<Integer> driving = new TreeSet<>(IntStream.range(0, channels).boxed().toList());
    while (driving.removeIf(channel -> next(edges, channel, driving).isEmpty())) {
      // A channel that drives none of the remaining ones lies on no cycle.
    }
    List<Integer> path = new ArrayList<>();
    OptionalInt at = driving.stream().mapToInt(Integer::intValue).findFirst();
    while (at.isPresent()) {
      int before = path.indexOf(at.getAsInt());
      path.add(at.getAsInt());
      if (before >= 0) {
        return path.subList(before, path.size());
      }
      at = next(edges, at.getAsInt(), driving);
    }
    return path;
  }

  /** Returns the first of the channels that one drives. */
  private static OptionalInt next(Set<Pair> edges, int channel, Set<Integer> among) {
    return edges.stream()
        .filter(pair -> pair.from() == channel && among.contains(pair.to()))
        .mapToInt(Pair::to)
        .min();
  }

  private static String name(List<String> channels, int channel) {
    return channel >= 0 && channel < channels.size() ? channels.get(channel) : "channel " + channel;
  }
}
