package org.deepcausalmmm.dag;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureData;

/**
 * Compares the edges found in several simulated worlds with the true ones.
 *
 * @param found true edges found
 * @param wrong edges found that are not true
 * @param missed true edges not found
 * @param possible directed pairs of channels that are not true edges
 */
record Recovery(int found, int wrong, int missed, int possible) {

  static Recovery of(Structure structure, ExposureWorld world, int seeds) {
    int found = 0;
    int wrong = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      StructureData data = world.simulate(seed);
      StructuralEquations learned = structure.learn(data, EdgeConstraints.none());
      for (Edge edge : learned.edges()) {
        if (isTrue(world, edge.from(), edge.to())) {
          found++;
        } else {
          wrong++;
        }
      }
    }
    int pairs = world.channels() * (world.channels() - 1);
    int edges = world.edges().size();
    return new Recovery(found, wrong, edges * seeds - found, (pairs - edges) * seeds);
  }

  /**
   * Returns the chance that a true edge has a greater share of finds in resampled data than others.
   */
  static double areaUnderCurve(Structure structure, ExposureWorld world, long seed, int resamples) {
    StructureData data = world.simulate(seed);
    double[][] share = new double[world.channels()][world.channels()];
    for (int b = 0; b < resamples; b++) {
      StructureData drawn = Resample.draw(data, b);
      for (Edge edge : structure.learn(drawn, EdgeConstraints.none()).edges()) {
        share[edge.from()][edge.to()]++;
      }
    }
    List<Double> right = new ArrayList<>();
    List<Double> other = new ArrayList<>();
    for (int i = 0; i < share.length; i++) {
      for (int j = 0; j < share.length; j++) {
        if (i != j) {
          (isTrue(world, i, j) ? right : other).add(share[i][j]);
        }
      }
    }
    double wins = 0;
    for (double a : right) {
      for (double b : other) {
        wins += a > b ? 1 : a == b ? .5 : 0;
      }
    }
    return wins / right.size() / other.size();
  }

  double precision() {
    return found + wrong == 0 ? 1 : (double) found / (found + wrong);
  }

  double recall() {
    return found + missed == 0 ? 1 : (double) found / (found + missed);
  }

  double falseRate() {
    return (double) wrong / possible;
  }

  private static boolean isTrue(ExposureWorld world, int from, int to) {
    return world.edges().stream().anyMatch(e -> e.from() == from && e.to() == to);
  }
}
