package org.deepcausalmmm.core.fit;

import java.util.Arrays;

/**
 * The effectiveness of channels over time.
 *
 * @param multiplier [week][channel]: 1 is the effectiveness at which the channel's total is the
 *     same as with constant effectiveness
 * @param logSd [week][channel]: standard deviation of its logarithm; 0 where it is constant
 * @param later [channel]: multiplier of weeks after the panel
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EffectivenessPath(double[][] multiplier, double[][] logSd, double[] later) {

  /** Returns constant effectiveness. */
  public static EffectivenessPath constant(int weeks, int channels) {
    double[][] one = new double[weeks][channels];
    for (double[] row : one) {
      Arrays.fill(row, 1);
    }
    double[] later = new double[channels];
    Arrays.fill(later, 1);
    return new EffectivenessPath(one, new double[weeks][channels], later);
  }

  /** Returns the path over further weeks, as uncertain as the last week of the panel. */
  public EffectivenessPath continued(int weeks) {
    double[][] longer = Arrays.copyOf(multiplier, weeks);
    double[][] sd = Arrays.copyOf(logSd, weeks);
    for (int t = multiplier.length; t < weeks; t++) {
      longer[t] = later;
      sd[t] = logSd[logSd.length - 1];
    }
    return new EffectivenessPath(longer, sd, later);
  }
}
