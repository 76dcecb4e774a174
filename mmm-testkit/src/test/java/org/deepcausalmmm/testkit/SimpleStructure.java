package org.deepcausalmmm.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.EdgeConstraints.Pair;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureData;
import org.deepcausalmmm.api.StructureFactory;

/**
 * The base of deliberately wrong structures: a right, simple one, of which subclasses spoil one
 * thing. It gives each child the one parent that explains most beside the child's own input.
 */
class SimpleStructure implements StructureContract {
  private static final double ENOUGH = 0.1;
  private static final int LEAST_WEEKS = 20;

  /** The part of a child's exposure that a parent explains. */
  record Found(int parent, double gain, double weight, double decay) {}

  StructuralEquations learn(StructureData data, EdgeConstraints known) {
    List<Edge> edges = new ArrayList<>();
    for (int child = 0; child < data.channelCount(); child++) {
      Found best = best(data, known, child);
      if (best != null && best.gain() > ENOUGH && identified(data, child)) {
        edges.add(new Edge(best.parent(), child, best.weight(), best.decay(), Edge.Kind.CAUSAL));
      }
    }
    for (Pair pair : required(known)) {
      if (edges.stream().noneMatch(e -> e.from() == pair.from() && e.to() == pair.to())) {
        Found found = explain(data, pair.from(), pair.to());
        edges.add(
            new Edge(pair.from(), pair.to(), found.weight(), found.decay(), Edge.Kind.CAUSAL));
      }
    }
    double[] own = new double[data.channelCount()];
    Arrays.fill(own, 1);
    return new StructuralEquations(own, edges);
  }

  boolean identified(StructureData data, int child) {
    return data.hasOwnInput()[child];
  }

  boolean allowed(EdgeConstraints known, int parent, int child) {
    return known.allows(parent, child);
  }

  Iterable<Pair> required(EdgeConstraints known) {
    return known.required();
  }

  boolean used(StructureData data, int region, int week) {
    return data.observed()[region][week];
  }

  private Found best(StructureData data, EdgeConstraints known, int child) {
    Found best = null;
    for (int parent = 0; parent < data.channelCount(); parent++) {
      if (parent != child && allowed(known, parent, child)) {
        Found found = explain(data, parent, child);
        if (best == null || found.gain() > best.gain()) {
          best = found;
        }
      }
    }
    return best;
  }

  /** Regresses the exposure on own input and carried exposure of the parent, for several decays. */
  Found explain(StructureData data, int parent, int child) {
    Found best = new Found(parent, 0, 0, 0);
    for (int tenth = 0; tenth < 10; tenth++) {
      double decay = tenth / 10.0;
      double[] sums = new double[7];
      for (int r = 0; r < data.regionCount(); r++) {
        double carried = 0;
        for (int t = 0; t < data.weekCount(); t++) {
          carried = decay * carried + (1 - decay) * data.exposure()[r][t][parent];
          if (used(data, r, t)) {
            add(sums, data.ownInput()[r][t][child], carried, data.exposure()[r][t][child]);
          }
        }
      }
      double determinant = sums[1] * sums[2] - sums[3] * sums[3];
      if (sums[0] < LEAST_WEEKS || determinant < 1e-9 || sums[6] <= 0) {
        continue;
      }
      double weight = (sums[5] * sums[1] - sums[4] * sums[3]) / determinant;
      double gain = weight * weight * determinant / sums[1] / sums[6];
      if (weight > 0 && gain > best.gain()) {
        best = new Found(parent, gain, weight, decay);
      }
    }
    return best;
  }

  private static void add(double[] sums, double own, double carried, double exposure) {
    sums[0]++;
    sums[1] += own * own;
    sums[2] += carried * carried;
    sums[3] += own * carried;
    sums[4] += own * exposure;
    sums[5] += carried * exposure;
    sums[6] += (exposure - 1) * (exposure - 1);
  }

  @Override
  public StructureFactory factory() {
    return new Factory(this);
  }

  /** Creates the structure of a test. */
  record Factory(SimpleStructure test) implements StructureFactory {
    @Override
    public ComponentInfo info() {
      return new ComponentInfo("spoiled", "1", "A structure made for a test.");
    }

    @Override
    public Structure create(Options options) {
      return new Learner(test);
    }
  }

  record Learner(SimpleStructure test) implements Structure {
    @Override
    public StructuralEquations learn(StructureData data, EdgeConstraints constraints) {
      return test.learn(data, constraints);
    }
  }
}
