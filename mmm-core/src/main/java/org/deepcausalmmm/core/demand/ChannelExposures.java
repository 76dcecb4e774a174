package org.deepcausalmmm.core.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The exposure of all channels, with the deviations that every search for demand reads.
 *
 * @param exposure [channel][region][week]
 * @param deviation [region][week] of each channel: logarithm of exposure less the region's mean
 * @param delivery [region][week] of each channel: logarithm of exposure per unit of spend less the
 *     region's mean; without rows where spend is not known
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record ChannelExposures(
    double[][][] exposure, List<double[][]> deviation, List<double[][]> delivery) {
  private static final double[][] UNKNOWN = {};

  /** Copies the lists. */
  public ChannelExposures {
    deviation = List.copyOf(deviation);
    delivery = List.copyOf(delivery);
  }

  /**
   * Computes the deviations.
   *
   * @param exposure [channel][region][week]
   * @param spend [region][week] of each channel; without rows where it is not known
   */
  public static ChannelExposures of(double[][][] exposure, List<double[][]> spend) {
    List<double[][]> delivery = new ArrayList<>();
    for (int c = 0; c < exposure.length; c++) {
      boolean known = spend.get(c).length > 0;
      delivery.add(known ? ExposureDeviation.ofDelivery(exposure[c], spend.get(c)) : UNKNOWN);
    }
    return new ChannelExposures(
        exposure, Arrays.stream(exposure).map(ExposureDeviation::ofRegion).toList(), delivery);
  }

  /** Computes the deviations of exposures whose spend is not known. */
  public static ChannelExposures withoutSpend(double[][][] exposure) {
    return of(exposure, Collections.nCopies(exposure.length, UNKNOWN));
  }

  /** Returns the number of channels. */
  public int channels() {
    return exposure.length;
  }

  /** Returns whether the spend of a channel is known. */
  boolean spendKnown(int channel) {
    return delivery.get(channel).length > 0;
  }
}
