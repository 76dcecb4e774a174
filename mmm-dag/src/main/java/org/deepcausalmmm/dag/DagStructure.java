package org.deepcausalmmm.dag;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureData;
import org.deepcausalmmm.dag.ParentSelection.Parent;

/**
 * The structure that learns each channel's equation by itself: exposure = own effect x own input +
 * sum over parents of weight x carried-over exposure of the parent.
 *
 * <p>Own input makes this identified: what a channel's own spend explains is taken out first, so a
 * parent is judged by the exposure that nobody paid for, not by flights that coincide. Parents are
 * chosen by {@link ParentSelection}; the weakest edge of every cycle is deleted, and its child's
 * equation learned again. The causal order is the topological order of the result: with the
 * channels so sorted, the matrix of weights is upper-triangular.
 *
 * <p>A channel without own input gets no edge unless {@code dependence} is set: there the two
 * directions, and a common cause, look alike.
 */
final class DagStructure implements Structure {
  private final DagOptions options;

  DagStructure(DagOptions options) {
    this.options = options;
  }

  @Override
  public StructuralEquations learn(StructureData data, EdgeConstraints constraints) {
    return equations(data, targets(data, constraints));
  }

  /** Joins the equations of all channels. */
  static StructuralEquations equations(StructureData data, TargetChannel[] targets) {
    double[] ownEffect = new double[targets.length];
    List<Edge> edges = new ArrayList<>();
    for (int c = 0; c < targets.length; c++) {
      ownEffect[c] = targets[c].ownEffect();
      Edge.Kind kind = data.hasOwnInput()[c] ? Edge.Kind.CAUSAL : Edge.Kind.DEPENDENCE;
      for (Parent parent : targets[c].parents()) {
        edges.add(new Edge(parent.channel(), c, parent.weight(), parent.decay(), kind));
      }
    }
    return new StructuralEquations(ownEffect, edges);
  }

  /** Returns the equations of all channels, without cycles. */
  TargetChannel[] targets(StructureData data, EdgeConstraints constraints) {
    Permission permission =
        Permission.of(data, constraints, options.dependence(), options.inOrder());
    Sample sample = Sample.of(data);
    TargetChannel[] targets = new TargetChannel[data.channelCount()];
    for (int c = 0; c < targets.length; c++) {
      targets[c] =
          TargetChannel.learn(
              sample,
              c,
              data.hasOwnInput()[c],
              permission.into(c),
              permission.requiredInto(c),
              options);
    }
    breakCycles(targets);
    return targets;
  }

  private static void breakCycles(TargetChannel[] targets) {
    List<Integer> cycle = Cycles.shortest(adjacency(targets));
    while (!cycle.isEmpty()) {
      int from = -1;
      int to = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < cycle.size(); i++) {
        int parent = cycle.get(i);
        int child = cycle.get((i + 1) % cycle.size());
        double gain = gain(targets[child], parent);
        if (!targets[child].requires(parent) && gain < least) {
          least = gain;
          from = parent;
          to = child;
        }
      }
      targets[to] = targets[to].without(from);
      cycle = Cycles.shortest(adjacency(targets));
    }
  }

  private static double gain(TargetChannel target, int parent) {
    return target.parents().stream()
        .filter(p -> p.channel() == parent)
        .mapToDouble(Parent::gain)
        .sum();
  }

  private static boolean[][] adjacency(TargetChannel[] targets) {
    boolean[][] edge = new boolean[targets.length][targets.length];
    for (int c = 0; c < targets.length; c++) {
      for (Parent parent : targets[c].parents()) {
        edge[parent.channel()][c] = true;
      }
    }
    return edge;
  }
}
