package org.deepcausalmmm.core.fit;

import java.util.Arrays;

/**
 * The growth of the noise with the expected outcome: proportional to it, to its square root, or
 * none, whichever has the greatest likelihood.
 *
 * <p>Under a constant variance the noise of the weeks with the greatest outcome would look like
 * heavy tails.
 *
 * @param scale [region][week]: standard deviation of the noise, relative to a week with an average
 *     expected outcome
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NoiseGrowth(double[][] scale) {
  private static final double[] POWERS = {0, 0.5, 1};
  private static final double LEAST_LEVEL = 0.2;
  private static final double MOST_LEVEL = 5;

  /** Returns noise that does not grow. */
  static NoiseGrowth none(int regions, int weeks) {
    double[][] scale = new double[regions][weeks];
    for (double[] row : scale) {
      Arrays.fill(row, 1);
    }
    return new NoiseGrowth(scale);
  }

  /** Returns the standard deviation of the noise relative to an average week. */
  double at(int region, int week) {
    return scale[region][week];
  }

  /**
   * Returns the growth under which residuals are most likely.
   *
   * @param residual [region][week], in units of the region's mean outcome
   * @param expected [region][week]: expected outcome, in the same units; ignored where nothing was
   *     observed
   * @param regionScale [region]: noise relative to a typical region
   * @param counted [region][week]: whether the likelihood includes the residual
   */
  static NoiseGrowth mostLikely(
      double[][] residual, double[][] expected, double[] regionScale, boolean[][] counted) {
    double least = Double.POSITIVE_INFINITY;
    double best = 0;
    for (double power : POWERS) {
      double deviance = deviance(residual, expected, regionScale, counted, power);
      if (deviance < least) {
        least = deviance;
        best = power;
      }
    }
    double[][] scale = new double[expected.length][];
    for (int r = 0; r < scale.length; r++) {
      scale[r] = new double[expected[r].length];
      for (int t = 0; t < scale[r].length; t++) {
        scale[r][t] = Math.pow(level(expected[r][t]), best);
      }
    }
    return new NoiseGrowth(scale);
  }

  /** Returns twice the negative log likelihood of normal residuals, the common scale fitted. */
  private static double deviance(
      double[][] residual,
      double[][] expected,
      double[] regionScale,
      boolean[][] counted,
      double power) {
    double squares = 0;
    double logScale = 0;
    int count = 0;
    for (int r = 0; r < residual.length; r++) {
      for (int t = 0; t < residual[r].length; t++) {
        if (counted[r][t]) {
          double sd = regionScale[r] * Math.pow(level(expected[r][t]), power);
          squares += residual[r][t] * residual[r][t] / (sd * sd);
          logScale += Math.log(sd);
          count++;
        }
      }
    }
    return count * Math.log(squares / count) + 2 * logScale;
  }

  private static double level(double expected) {
    return Math.max(LEAST_LEVEL, Math.min(MOST_LEVEL, expected));
  }
}
