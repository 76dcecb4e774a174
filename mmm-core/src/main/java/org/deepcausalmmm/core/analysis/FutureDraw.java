package org.deepcausalmmm.core.analysis;

/**
 * Is the model at one draw of its parameters, ready for future weeks.
 *
 * @param theta the media parameters, on the scale of estimation
 * @param kernel [channel][lag]
 * @param factor [region][channel]: what a unit of response adds to the outcome, in its unit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FutureDraw(double[] theta, double[][] kernel, double[][] factor) {

  /**
   * Gives the exposure that acts in the counted weeks, flat: [region][counted week][channel].
   *
   * @param exposure [channel][region][lags before + counted week]
   */
  double[] acting(double[][][] exposure) {
    int channels = exposure.length;
    int regions = exposure[0].length;
    int maxLag = kernel[0].length - 1;
    int weeks = exposure[0][0].length - maxLag;
    double[] acting = new double[regions * weeks * channels];
    for (int c = 0; c < channels; c++) {
      for (int r = 0; r < regions; r++) {
        double[] row = exposure[c][r];
        for (int t = 0; t < weeks; t++) {
          double sum = 0;
          for (int lag = 0; lag <= maxLag; lag++) {
            sum += kernel[c][lag] * row[maxLag + t - lag];
          }
          acting[(r * weeks + t) * channels + c] = sum;
        }
      }
    }
    return acting;
  }

  /** Turns derivatives by acting exposure, flat, into those by exposure, by the transposed map. */
  double[][][] back(double[] gradient, int regions) {
    int channels = kernel.length;
    int maxLag = kernel[0].length - 1;
    int weeks = gradient.length / regions / channels;
    double[][][] exposure = new double[channels][regions][maxLag + weeks];
    for (int c = 0; c < channels; c++) {
      for (int r = 0; r < regions; r++) {
        double[] row = exposure[c][r];
        for (int t = 0; t < weeks; t++) {
          double slope = gradient[(r * weeks + t) * channels + c];
          for (int lag = 0; lag <= maxLag; lag++) {
            row[maxLag + t - lag] += kernel[c][lag] * slope;
          }
        }
      }
    }
    return exposure;
  }
}
