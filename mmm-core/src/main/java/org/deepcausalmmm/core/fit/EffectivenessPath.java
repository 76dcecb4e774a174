package org.deepcausalmmm.core.fit;

/**
 * The effectiveness of channels over time.
 *
 * @param multiplier [week][channel]: its logarithm is 0 on average over the training weeks
 * @param logSd [week][channel]: standard deviation of its logarithm; 0 where it is constant
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EffectivenessPath(double[][] multiplier, double[][] logSd) {

  /** Returns constant effectiveness. */
  public static EffectivenessPath constant(int weeks, int channels) {
    double[][] one = new double[weeks][channels];
    for (double[] row : one) {
      java.util.Arrays.fill(row, 1);
    }
    return new EffectivenessPath(one, new double[weeks][channels]);
  }
}
