package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * Is an edge between two channels: a unit of the parent's exposure raises the child's exposure by
 * {@code weight}, spread over the present and later weeks geometrically.
 *
 * @param from the parent's index
 * @param to the child's index
 * @param weight effect of the parent's relative exposure on the child's, summed over weeks
 * @param decay share of the effect that is left from one week to the next, in [0, 1)
 * @param kind what the edge means
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Edge(int from, int to, double weight, double decay, Kind kind) {

  /** What an edge means. */
  public enum Kind {
    /** The child's own input was observed, so what remains is the parent's doing. */
    CAUSAL,
    /** The two move together; which drives which is not identified. Counterfactuals ignore it. */
    DEPENDENCE
  }

  public Edge {
    if (from == to || from < 0 || to < 0) {
      throw new IllegalArgumentException(
          "An edge joins two channels, not " + from + " and " + to + ".");
    }
    if (!Double.isFinite(weight) || !(decay >= 0 && decay < 1)) {
      throw new IllegalArgumentException(
          "An edge needs a finite weight and a decay in [0, 1), not "
              + weight
              + " and "
              + decay
              + ".");
    }
  }
}
