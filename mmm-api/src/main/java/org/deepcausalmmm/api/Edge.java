package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * A directed edge between two channels: a unit of the parent's exposure raises the child's exposure
 * by {@code weight}, spread geometrically over the present and later weeks.
 *
 * @param from the parent's index
 * @param to the child's index
 * @param weight effect of the parent's relative exposure on the child's, summed over weeks
 * @param decay share of the effect that remains from one week to the next, in [0, 1)
 * @param kind what the edge means
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Edge(int from, int to, double weight, double decay, Kind kind) {

  /**
   * The meaning of an edge.
   *
   * @since API level 1
   */
  public enum Kind {
    /**
     * The child's own input was observed, so that the rest of its exposure identifies the edge.
     *
     * @since API level 1
     */
    CAUSAL,
    /**
     * The two are correlated; the direction is not identified. Counterfactuals ignore the edge.
     *
     * @since API level 1
     */
    DEPENDENCE
  }

  /**
   * Checks the edge.
   *
   * @throws IllegalArgumentException if the ends are equal or negative, the weight is not finite or
   *     the decay lies outside [0, 1)
   * @since API level 1
   */
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

  /**
   * Returns the geometric adstock of the parent's exposure, of which {@link #weight} times is added
   * to the child's: a(t) = decay a(t - 1) + (1 - decay) x(t).
   *
   * @param parent [week]: the parent's relative exposure
   * @param before adstock in the week before the first one
   * @return [week]
   * @since API level 3
   */
  public double[] adstock(double[] parent, double before) {
    double[] adstock = new double[parent.length];
    double carried = before;
    for (int t = 0; t < adstock.length; t++) {
      carried = decay * carried + (1 - decay) * parent[t];
      adstock[t] = carried;
    }
    return adstock;
  }
}
