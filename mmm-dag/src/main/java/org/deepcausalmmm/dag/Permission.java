package org.deepcausalmmm.dag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.EdgeConstraints.Pair;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.StructureData;

/**
 * Says which edges a structure may, must and must not have.
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

  /** Gives which channels may drive a channel, [from]. */
  boolean[] into(int channel) {
    return column(allowed, channel);
  }

  /** Gives which channels have to drive a channel, [from]. */
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
      throw new MmmException(
          ErrorKind.CONFIG,
          71,
          "The order %s or the tiers %s do not name each of the %d channels once."
              .formatted(constraints.order(), constraints.tiers(), n),
          "Give every channel a place, or leave the order and the tiers out.");
    }
    List<Edge> edges = new ArrayList<>();
    for (Pair pair : constraints.required()) {
      String name = name(channels, pair.from()) + " -> " + name(channels, pair.to());
      if (!constraints.allows(pair.from(), pair.to()) || pair.from() >= n || pair.to() >= n) {
        throw new MmmException(
            ErrorKind.CONFIG,
            72,
            "The required edge %s is not possible.".formatted(name),
            "Take it off the required edges, or change what forbids it: the forbidden edges, the"
                + " order or the tiers.");
      }
      edges.add(new Edge(pair.from(), pair.to(), 1, 0, Edge.Kind.CAUSAL));
    }
    try {
      new StructuralEquations(new double[n], edges).topologicalOrder();
    } catch (IllegalArgumentException cycle) {
      throw new MmmException(
          ErrorKind.CONFIG,
          73,
          "The required edges form a cycle among " + String.join(", ", channels) + ".",
          "Take one of them off.",
          cycle);
    }
  }

  private static String name(List<String> channels, int channel) {
    return channel >= 0 && channel < channels.size() ? channels.get(channel) : "channel " + channel;
  }
}
