package org.deepcausalmmm.api;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The structural equations of the exposures: exposure = own effect x own input + sum over parents
 * of weight x geometric adstock of the parent's exposure + residual.
 *
 * <p>All in units of each channel's average exposure in the region. The residual belongs to the
 * channel's own input and changes with it in a counterfactual, except in weeks without own input.
 *
 * @param ownEffect [channel]: effect of the own input on the exposure; documents how edges were
 *     separated from spend, and enters no counterfactual
 * @param edges an acyclic set
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
@SuppressWarnings("ArrayRecordComponent") // compared by content nowhere
public record StructuralEquations(double[] ownEffect, List<Edge> edges) {
  /**
   * Copies the edges and checks them; the array is kept as it is.
   *
   * @throws IllegalArgumentException if the edges form a cycle
   * @since API level 1
   */
  public StructuralEquations {
    edges = List.copyOf(edges);
    if (topologicalOrder(ownEffect.length, edges).size() < ownEffect.length) {
      throw new IllegalArgumentException("The edges form a cycle: " + edges + ".");
    }
  }

  /**
   * Returns the equations of channels that do not drive each other.
   *
   * @since API level 1
   */
  public static StructuralEquations independent(int channels) {
    double[] own = new double[channels];
    java.util.Arrays.fill(own, 1);
    return new StructuralEquations(own, List.of());
  }

  /**
   * Returns the channels in topological order, causes before effects.
   *
   * @since API level 1
   */
  public List<Integer> topologicalOrder() {
    return topologicalOrder(ownEffect.length, edges);
  }

  /**
   * Returns the edges that counterfactuals follow.
   *
   * @since API level 1
   */
  public List<Edge> causalEdges() {
    return edges.stream().filter(e -> e.kind() == Edge.Kind.CAUSAL).toList();
  }

  /**
   * Returns how every exposure changes when a channel's own input changes and the children follow.
   *
   * @param ownChange [week][channel]: change of each channel's exposure by its own input, in one
   *     region
   * @return [week][channel]: change of the exposures
   * @since API level 1
   */
  public double[][] follow(double[][] ownChange) {
    double[][] change = copy(ownChange);
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

  private static double[][] copy(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int t = 0; t < rows.length; t++) {
      copy[t] = rows[t].clone();
    }
    return copy;
  }

  private static void propagate(Edge edge, double[][] change) {
    double[] parent = new double[change.length];
    for (int t = 0; t < parent.length; t++) {
      parent[t] = change[t][edge.from()];
    }
    double[] adstock = edge.adstock(parent, 0);
    for (int t = 0; t < parent.length; t++) {
      change[t][edge.to()] += edge.weight() * adstock[t];
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
