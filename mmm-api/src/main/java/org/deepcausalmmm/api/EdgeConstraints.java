package org.deepcausalmmm.api;

import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Holds what the user knows of the edges, by index of channel.
 *
 * @param required edges that must be there
 * @param forbidden edges that must not be there
 * @param order causes before effects, all channels; empty if unknown
 * @param tiers [channel]: an edge may not lead to a lower tier; empty if unknown
 */
@API(status = API.Status.STABLE, since = "0.1")
public record EdgeConstraints(
    Set<Pair> required, Set<Pair> forbidden, List<Integer> order, List<Integer> tiers) {

  /** A directed pair of channels. */
  public record Pair(int from, int to) {}

  public EdgeConstraints {
    required = Set.copyOf(required);
    forbidden = Set.copyOf(forbidden);
    order = List.copyOf(order);
    tiers = List.copyOf(tiers);
  }

  /** Knows nothing. */
  public static EdgeConstraints none() {
    return new EdgeConstraints(Set.of(), Set.of(), List.of(), List.of());
  }

  /** Tells whether an edge is compatible with what is known. */
  public boolean allows(int from, int to) {
    return from != to
        && !forbidden.contains(new Pair(from, to))
        && (order.isEmpty() || order.indexOf(from) < order.indexOf(to))
        && (tiers.isEmpty() || tiers.get(from) <= tiers.get(to));
  }
}
