package org.deepcausalmmm.validation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.estimate.EdgeEstimate;
import org.deepcausalmmm.simulation.Truth;

/** The comparison of estimated edges between channels with the true ones. */
final class EdgeScores {
  private final List<EdgeEstimate> estimated;
  private final List<Truth.TrueEdge> actual;
  private final double[] probability;
  private final boolean[] isTrue;
  private int found;
  private int hits;

  private EdgeScores(
      List<EdgeEstimate> estimated, List<Truth.TrueEdge> actual, List<String> channels) {
    this.estimated = estimated;
    this.actual = actual;
    int pairs = channels.size() * (channels.size() - 1);
    probability = new double[pairs];
    isTrue = new boolean[pairs];
    int pair = 0;
    for (String from : channels) {
      for (String to : channels) {
        if (!from.equals(to)) {
          compare(from, to, pair++);
        }
      }
    }
  }

  /** Returns the scores of the edges; none where the world has no known edges, NaN if undefined. */
  static Map<Metric, Double> of(WorldEstimate estimate, Truth truth) {
    List<Truth.TrueEdge> edges = truth.edges();
    return edges == null
        ? Map.of()
        : new EdgeScores(estimate.edges(), edges, truth.channels()).scores();
  }

  private void compare(String from, String to, int pair) {
    isTrue[pair] = actual.stream().anyMatch(e -> e.from().equals(from) && e.to().equals(to));
    for (EdgeEstimate edge : estimated) {
      if (edge.from().equals(from) && edge.to().equals(to)) {
        probability[pair] = edge.probability();
        found += edge.weight().mean() != 0 ? 1 : 0;
        hits += edge.weight().mean() != 0 && isTrue[pair] ? 1 : 0;
      }
    }
  }

  private Map<Metric, Double> scores() {
    Map<Metric, Double> scores = new EnumMap<>(Metric.class);
    double falseEdges = found - hits;
    scores.put(Metric.EDGE_AUROC, Ranks.areaUnderCurve(probability, isTrue));
    scores.put(Metric.EDGE_PRECISION, found == 0 ? Double.NaN : (double) hits / found);
    scores.put(Metric.EDGE_RECALL, actual.isEmpty() ? Double.NaN : (double) hits / actual.size());
    scores.put(Metric.FALSE_EDGES, falseEdges);
    scores.put(Metric.FALSE_EDGE_RATE, falseEdges / (isTrue.length - actual.size()));
    return scores;
  }
}
