package org.deepcausalmmm.api;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Holds what a structure is learned from.
 *
 * @param channels the names
 * @param exposure [region][week][channel], 0 or more; 1 is the average of the channel in that
 *     region
 * @param ownInput [region][week][channel]: the spend of the channel, scaled likewise; all 0 for a
 *     channel without a spend of its own beside its exposure
 * @param hasOwnInput [channel]: whether spend and exposure were both observed, which is what makes
 *     an edge into the channel causal
 * @param observed [region][week]: false for weeks that must not be used
 */
@API(status = API.Status.STABLE, since = "0.1")
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record StructureData(
    List<String> channels,
    double[][][] exposure,
    double[][][] ownInput,
    boolean[] hasOwnInput,
    boolean[][] observed) {
  public StructureData {
    channels = List.copyOf(channels);
  }

  /** Gives how many regions there are. */
  public int regionCount() {
    return exposure.length;
  }

  /** Gives how many weeks there are. */
  public int weekCount() {
    return exposure.length == 0 ? 0 : exposure[0].length;
  }

  /** Gives how many channels there are. */
  public int channelCount() {
    return channels.size();
  }
}
