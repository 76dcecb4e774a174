package org.deepcausalmmm.core.analysis;

import java.util.Arrays;

/**
 * Is the model at one draw of its parameters, ready for future weeks.
 *
 * @param kernel [channel][lag]
 * @param factor [region][channel]: what a unit of response adds to the outcome, in its unit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FutureDraw(double[][] kernel, double[][] factor, SaturationTable saturation) {

  /**
   * Gives the outcome of exposures, summed over the counted weeks.
   *
   * @param exposure [channel][region][lags before + counted week]
   * @param effectiveness [counted week][channel]
   * @param gradient as the exposure, 0 everywhere: derivatives are added; empty if not wanted
   * @return [region][channel]
   */
  double[][] brought(double[][][] exposure, double[][] effectiveness, double[][][] gradient) {
    int regions = factor.length;
    double[][] brought = new double[regions][exposure.length];
    boolean wanted = gradient.length > 0;
    double[] slopes = new double[wanted ? effectiveness.length : 0];
    for (int c = 0; c < exposure.length; c++) {
      for (int r = 0; r < regions; r++) {
        double[] acting = acting(kernel[c], exposure[c][r], effectiveness.length);
        double[] response = saturation.read(r, c, acting, slopes);
        for (int t = 0; t < response.length; t++) {
          double worth = factor[r][c] * effectiveness[t][c];
          brought[r][c] += worth * response[t];
          if (wanted) {
            slopes[t] *= worth;
          }
        }
        if (wanted) {
          carryBack(kernel[c], slopes, gradient[c][r]);
        }
      }
    }
    return brought;
  }

  /** Gives the exposure that acts in each week, after those that only carry into it. */
  static double[] acting(double[] kernel, double[] exposure, int weeks) {
    int maxLag = kernel.length - 1;
    double[] acting = new double[weeks];
    for (int t = 0; t < weeks; t++) {
      double sum = 0;
      for (int lag = 0; lag <= maxLag; lag++) {
        sum += kernel[lag] * exposure[maxLag + t - lag];
      }
      acting[t] = sum;
    }
    return acting;
  }

  /** Adds the transposed carry-over. */
  private static void carryBack(double[] kernel, double[] slopes, double[] gradient) {
    int maxLag = kernel.length - 1;
    for (int t = 0; t < slopes.length; t++) {
      for (int lag = 0; lag <= maxLag; lag++) {
        gradient[maxLag + t - lag] += kernel[lag] * slopes[t];
      }
    }
  }

  /** Makes room for derivatives by exposures. */
  static double[][][] like(double[][][] exposure) {
    double[][][] zeros = new double[exposure.length][][];
    for (int c = 0; c < zeros.length; c++) {
      zeros[c] =
          Arrays.stream(exposure[c]).map(row -> new double[row.length]).toArray(double[][]::new);
    }
    return zeros;
  }
}
