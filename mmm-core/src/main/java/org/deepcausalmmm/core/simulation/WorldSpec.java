package org.deepcausalmmm.core.simulation;

/**
 * Says what a simulated world is like.
 *
 * @param channels how many paid channels
 * @param edges how many channels drive another one's exposure
 * @param delayed whether effects may peak some weeks later
 * @param drift whether effectiveness moves over time
 * @param chased whether spend follows demand
 * @param dirty whether rows are missing, histories are short and outcomes have outliers
 */
public record WorldSpec(
    int regions,
    int weeks,
    int channels,
    int edges,
    boolean delayed,
    boolean drift,
    boolean chased,
    boolean dirty) {

  /** Gives the world of the demonstration. */
  public static WorldSpec demo() {
    return new WorldSpec(12, 104, 5, 1, false, false, false, false);
  }
}
