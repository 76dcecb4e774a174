package org.deepcausalmmm.core.fit;

/**
 * Is how the effectiveness of channels moves over time.
 *
 * @param multiplier [week][channel]: its logarithm is 0 on average over the weeks used for fitting
 * @param logSd [week][channel]: standard deviation of its logarithm; 0 where it does not move
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EffectivenessPath(double[][] multiplier, double[][] logSd) {

  /** Gives the path of effectiveness that does not move. */
  static EffectivenessPath constant(int weeks, int channels) {
    double[][] one = new double[weeks][channels];
    for (double[] row : one) {
      java.util.Arrays.fill(row, 1);
    }
    return new EffectivenessPath(one, new double[weeks][channels]);
  }
}
