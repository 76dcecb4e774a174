package org.deepcausalmmm.api;

import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The constraints that the user puts on edges, by index of channel.
 *
 * <p>They may contradict each other; see {@link Structure#learn}.
 *
 * @param required edges that the result has to contain
 * @param forbidden edges that the result must not contain
 * @param order causes before effects, all channels; empty if unknown
 * @param tiers [channel]: an edge may not lead to a lower tier; empty if unknown
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record EdgeConstraints(
    Set<Pair> required, Set<Pair> forbidden, List<Integer> order, List<Integer> tiers) {

  /**
   * A directed pair of channels.
   *
   * @since API level 1
   */
  public record Pair(int from, int to) {}

  /**
   * Copies the collections.
   *
   * @since API level 1
   */
  public EdgeConstraints {
    required = Set.copyOf(required);
    forbidden = Set.copyOf(forbidden);
    order = List.copyOf(order);
    tiers = List.copyOf(tiers);
  }

  /**
   * Returns no constraints.
   *
   * @since API level 1
   */
  public static EdgeConstraints none() {
    return new EdgeConstraints(Set.of(), Set.of(), List.of(), List.of());
  }

  /**
   * Returns whether an edge meets the forbidden edges, the order and the tiers.
   *
   * @since API level 1
   */
  public boolean allows(int from, int to) {
    return from != to
        && !forbidden.contains(new Pair(from, to))
        && (order.isEmpty() || order.indexOf(from) < order.indexOf(to))
        && (tiers.isEmpty() || tiers.get(from) <= tiers.get(to));
  }
}
