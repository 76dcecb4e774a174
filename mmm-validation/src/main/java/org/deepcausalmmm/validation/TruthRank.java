package org.deepcausalmmm.validation;

import org.deepcausalmmm.core.numeric.Statistics;

/**
 * The rank of a true value among thinned posterior draws.
 *
 * @param world number of the world
 * @param channel the channel; {@code all} of the media share
 * @param quantity what the value is of
 * @param rank number of draws below the truth
 * @param draws number of draws after thinning
 * @param covered whether the 90% interval of all draws holds the truth
 */
public record TruthRank(
    int world, String channel, String quantity, int rank, int draws, boolean covered) {
  /** Draws after thinning, if there are as many. */
  public static final int DRAWS = 99;

  /** Returns the rank of a truth among posterior draws, of which evenly spaced ones are taken. */
  public static TruthRank of(
      int world, String channel, String quantity, double truth, double[] posterior) {
    int kept = Math.min(DRAWS, posterior.length);
    int rank = 0;
    for (int i = 0; i < kept; i++) {
      rank += posterior[(int) ((long) i * posterior.length / kept)] < truth ? 1 : 0;
    }
    boolean covered =
        truth >= Statistics.quantile(posterior, 0.05)
            && truth <= Statistics.quantile(posterior, 0.95);
    return new TruthRank(world, channel, quantity, rank, kept, covered);
  }
}
