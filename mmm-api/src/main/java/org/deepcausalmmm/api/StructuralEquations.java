package org.deepcausalmmm.api;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Says how exposures arise: exposure = own effect x own input + sum over parents of weight x
 * geometric adstock of the parent's exposure + what is left.
 *
 * <p>All in units of each channel's average exposure in the region. What is left over stays as it
 * was observed when a counterfactual changes the own input.
 *
 * @param ownEffect [channel]: effect of the own input on the exposure
 * @param edges an acyclic set
 */
@API(status = API.Status.STABLE, since = "0.1")
@SuppressWarnings("ArrayRecordComponent") // compared by content nowhere
public record StructuralEquations(double[] ownEffect, List<Edge> edges) {
  public StructuralEquations {
    edges = List.copyOf(edges);
    if (topologicalOrder(ownEffect.length, edges).size() < ownEffect.length) {
      throw new IllegalArgumentException("The edges form a cycle: " + edges + ".");
    }
  }

  /** Describes channels that do not drive each other, whose own input is their exposure. */
  public static StructuralEquations independent(int channels) {
    double[] own = new double[channels];
    java.util.Arrays.fill(own, 1);
    return new StructuralEquations(own, List.of());
  }

  /** Gives the channels, causes before effects. */
  public List<Integer> topologicalOrder() {
    return topologicalOrder(ownEffect.length, edges);
  }

  /** Gives the edges that counterfactuals follow. */
  public List<Edge> causalEdges() {
    return edges.stream().filter(e -> e.kind() == Edge.Kind.CAUSAL).toList();
  }

  /**
   * Gives how every exposure changes when a channel's own input changes and the children follow.
   *
   * @param ownChange [week][channel]: change of each channel's exposure by its own input, in one
   *     region
   * @return [week][channel]: change of the exposures
   */
  public double[][] follow(double[][] ownChange) {
    double[][] change = new double[ownChange.length][];
    for (int t = 0; t < ownChange.length; t++) {
      change[t] = ownChange[t].clone();
    }
    List<Edge> causal = causalEdges();
    for (int child : topologicalOrder()) {
      for (Edge edge : causal) {
        if (edge.to() == child) {
          propagate(edge, change);
        }
      }
    }
    return change;
  }

  private static void propagate(Edge edge, double[][] change) {
    double carried = 0;
    for (double[] week : change) {
      carried = edge.decay() * carried + (1 - edge.decay()) * week[edge.from()];
      week[edge.to()] += edge.weight() * carried;
    }
  }

  private static List<Integer> topologicalOrder(int channels, List<Edge> edges) {
    List<Integer> order = new ArrayList<>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (int c = 0; c < channels; c++) {
        int channel = c;
        if (!order.contains(c)
            && edges.stream().allMatch(e -> e.to() != channel || order.contains(e.from()))) {
          order.add(c);
          grew = true;
        }
      }
    }
    return order;
  }
}
