package org.deepcausalmmm.api;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The exposures from which a structure is learned.
 *
 * <p>The arrays belong to the caller and are shared between calls: a structure reads them and
 * changes nothing. None holds NaN or an infinite value. Cells that are not observed hold values
 * too, which must not be used.
 *
 * @param channels the names, in the order of the channel axis
 * @param exposure [region][week][channel], 0 or more; 1 is the average of the channel over the
 *     training weeks in that region
 * @param ownInput [region][week][channel]: the spend of the channel, 0 or more, scaled likewise;
 *     all 0 for a channel without a spend of its own beside its exposure
 * @param hasOwnInput [channel]: whether spend and exposure were both observed, which is what makes
 *     an edge into the channel causal
 * @param observed [region][week]: false for cells that must not be used
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record StructureData(
    List<String> channels,
    double[][][] exposure,
    double[][][] ownInput,
    boolean[] hasOwnInput,
    boolean[][] observed) {
  /**
   * Copies the names; the arrays are kept as they are.
   *
   * @since API level 1
   */
  public StructureData {
    channels = List.copyOf(channels);
  }

  /**
   * Returns the number of regions.
   *
   * @since API level 1
   */
  public int regionCount() {
    return exposure.length;
  }

  /**
   * Returns the number of weeks; 0 without regions.
   *
   * @since API level 1
   */
  public int weekCount() {
    return exposure.length == 0 ? 0 : exposure[0].length;
  }

  /**
   * Returns the number of channels.
   *
   * @since API level 1
   */
  public int channelCount() {
    return channels.size();
  }
}
