package org.deepcausalmmm.core.simulation;

/**
 * Is how a channel truly works.
 *
 * @param spend [region][week] in money
 * @param costPerExposure [region][week]
 * @param unit [region]: the mean acting exposure, in which the response is measured
 * @param kernel share of an exposure that acts after each number of weeks
 * @param strength [region]: greatest contribution a week, in the outcome's units
 * @param effectiveness [week]: multiplier of the response
 */
@SuppressWarnings("ArrayRecordComponent") // numeric arrays, never compared
record ChannelWorld(
    String name,
    double[][] spend,
    double[][] costPerExposure,
    double[] unit,
    double[] kernel,
    double slope,
    double half,
    double[] strength,
    double[] effectiveness) {

  /** Gives what exposure brings in a region, week by week. */
  double[] contribution(int region, double[] exposure) {
    double[] contribution = new double[exposure.length];
    for (int t = 0; t < exposure.length; t++) {
      double acting = 0;
      for (int lag = 0; lag < kernel.length && lag <= t; lag++) {
        acting += kernel[lag] * exposure[t - lag];
      }
      double relative = acting / unit[region];
      double response = relative <= 0 ? 0 : 1 / (1 + Math.pow(half / relative, slope));
      contribution[t] = strength[region] * effectiveness[t] * response;
    }
    return contribution;
  }

  /** Gives the exposure that a channel's own money buys in a region, at a multiple of its spend. */
  double[] bought(int region, double multiplier) {
    double[] exposure = new double[spend[region].length];
    for (int t = 0; t < exposure.length; t++) {
      exposure[t] = multiplier * spend[region][t] / costPerExposure[region][t];
    }
    return exposure;
  }

  /** Gives the same with other units and strengths. */
  ChannelWorld calibrated(double[] newUnit, double[] newStrength) {
    return new ChannelWorld(
        name, spend, costPerExposure, newUnit, kernel, slope, half, newStrength, effectiveness);
  }
}
