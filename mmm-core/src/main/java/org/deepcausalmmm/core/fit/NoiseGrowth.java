package org.deepcausalmmm.core.fit;

import java.util.Arrays;

/**
 * Says how a region's noise grows with its expected outcome: like it, like its square root, or not
 * at all, whichever makes the residuals most probable.
 *
 * <p>Taken to be the same in all weeks, the noise of the best weeks would look like heavy tails.
 */
final class NoiseGrowth {
  private static final double[] POWERS = {0, 0.5, 1};
  private static final double LEAST_LEVEL = 0.2;
  private static final double MOST_LEVEL = 5;

  private final double[][] scale;

  NoiseGrowth(int regions, int weeks) {
    scale = new double[regions][weeks];
    for (double[] row : scale) {
      Arrays.fill(row, 1);
    }
  }

  /** Returns the noise of an observed week relative to one that is expected to be average. */
  double at(int region, int week) {
    return scale[region][week];
  }

  /**
   * Follows residuals.
   *
   * @param residual [region][week], in units of the region's mean outcome
   * @param expected [region][week]: the outcome that was expected, in the same units; of no account
   *     where none was observed
   * @param regionScale [region]: noise relative to a typical region's
   * @param counted [region][week]: which residuals say something of the noise
   */
  void follow(double[][] residual, double[][] expected, double[] regionScale, boolean[][] counted) {
    double least = Double.POSITIVE_INFINITY;
    double best = 0;
    for (double power : POWERS) {
      double deviance = deviance(residual, expected, regionScale, counted, power);
      if (deviance < least) {
        least = deviance;
        best = power;
      }
    }
    for (int r = 0; r < scale.length; r++) {
      for (int t = 0; t < scale[r].length; t++) {
        scale[r][t] = Math.pow(level(expected[r][t]), best);
      }
    }
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
