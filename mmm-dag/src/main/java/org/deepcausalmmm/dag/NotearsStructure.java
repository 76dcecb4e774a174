package org.deepcausalmmm.dag;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureData;

/**
 * The structure that learns all channels' equations together, kept free of cycles by a smooth
 * penalty.
 *
 * <p>The equations are those of {@link DagStructure}: own input is what identifies them, not the
 * way of searching. Edges are those of {@link NotearsProblem} above a threshold; the weakest edge
 * of every remaining cycle is removed, and the weights and decays of the rest are fitted without
 * penalty.
 */
final class NotearsStructure implements Structure {
  private final double lambda;
  private final double threshold;
  private final int iterations;
  private final DagOptions refit;

  /**
   * Creates a structure.
   *
   * @param threshold the strength that an edge has to exceed, in standard deviations of what the
   *     own input leaves of the child's exposure
   */
  NotearsStructure(double lambda, double threshold, int iterations, boolean dependence) {
    this.lambda = lambda;
    this.threshold = threshold;
    this.iterations = iterations;
    this.refit = new DagOptions(0, 0, dependence, false);
  }

  @Override
  public StructuralEquations learn(StructureData data, EdgeConstraints constraints) {
    Permission permission = Permission.of(data, constraints, refit.dependence(), false);
    Sample sample = Sample.of(data);
    int n = data.channelCount();
    NotearsProblem problem = new NotearsProblem(n);
    for (int c = 0; c < n; c++) {
      boolean own = data.hasOwnInput()[c];
      ExposureRegression regression = TargetChannel.regression(sample, c, own);
      problem.add(c, regression, permission.into(c), lambda);
    }
    boolean[][] edge = acyclic(problem.solve(iterations), permission);
    TargetChannel[] targets = new TargetChannel[n];
    for (int c = 0; c < n; c++) {
      boolean[] parents = new boolean[n];
      for (int p = 0; p < n; p++) {
        parents[p] = edge[p][c];
      }
      targets[c] = refit(sample, c, data.hasOwnInput()[c], parents, permission.requiredInto(c));
    }
    return DagStructure.equations(data, targets);
  }

  /** Fits the equation of a channel to given parents and drops those that get no weight. */
  private TargetChannel refit(
      Sample sample, int channel, boolean own, boolean[] parents, boolean[] required) {
    boolean[] none = new boolean[parents.length];
    TargetChannel fitted = TargetChannel.learn(sample, channel, own, none, parents, refit);
    List<Integer> idle = new ArrayList<>();
    for (ParentSelection.Parent parent : fitted.parents()) {
      if (parent.weight() == 0 && !required[parent.channel()]) {
        idle.add(parent.channel());
      }
    }
    if (idle.isEmpty()) {
      return fitted;
    }
    boolean[] fewer = parents.clone();
    for (int parent : idle) {
      fewer[parent] = false;
    }
    return refit(sample, channel, own, fewer, required);
  }

  /**
   * Returns the edges above the threshold and the required ones, less the weakest of each cycle.
   */
  private boolean[][] acyclic(double[][] strength, Permission permission) {
    int n = strength.length;
    boolean[][] edge = new boolean[n][n];
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        edge[from][to] = permission.required()[from][to] || strength[from][to] > threshold;
      }
    }
    List<Integer> cycle = Cycles.shortest(edge);
    while (!cycle.isEmpty()) {
      int from = -1;
      int to = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < cycle.size(); i++) {
        int parent = cycle.get(i);
        int child = cycle.get((i + 1) % cycle.size());
        if (!permission.required()[parent][child] && strength[parent][child] < least) {
          least = strength[parent][child];
          from = parent;
          to = child;
        }
      }
      edge[from][to] = false;
      cycle = Cycles.shortest(edge);
    }
    return edge;
  }
}
