package org.deepcausalmmm.core.model;

/**
 * The exposure of a channel in some regions and weeks under a scenario, with the weights of its
 * contributions there.
 *
 * @param channel the channel
 * @param regions indices of the regions
 * @param padded [region of these][lags + weeks]: relative exposure, from as many weeks before the
 *     first as there are lags
 * @param weight [region of these][week]: units of the data per unit of relative outcome
 * @param firstWeek index of the first week
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ScenarioSeries(
    int channel, int[] regions, double[][] padded, double[][] weight, int firstWeek) {

  /** Returns the number of weeks. */
  public int weeks() {
    return weight[0].length;
  }

  /** Returns the number of lags before the first week. */
  int lags() {
    return padded[0].length - weeks();
  }
}
