package org.deepcausalmmm.core.demand;

import java.util.Arrays;

/**
 * The logarithm of exposure, log(1 + 10 x / mean of the region), less what is not of interest.
 *
 * <p>Ten times the mean lets the logarithm respond to relative changes where a channel is on, and
 * keeps weeks without exposure finite.
 */
final class ExposureDeviation {
  private static final double STEEPNESS = 10;

  private ExposureDeviation() {}

  /**
   * Returns the deviation from the mean of the region.
   *
   * @param exposure [region][week]
   */
  static double[][] ofRegion(double[][] exposure) {
    double[][] deviation = new double[exposure.length][];
    for (int r = 0; r < exposure.length; r++) {
      double mean = mean(exposure[r]);
      deviation[r] = new double[exposure[r].length];
      for (int t = 0; t < deviation[r].length && mean > 0; t++) {
        deviation[r][t] = Math.log1p(STEEPNESS * exposure[r][t] / mean);
      }
      subtract(deviation[r], mean(deviation[r]));
    }
    return deviation;
  }

  /**
   * Returns the deviation of the logarithm of exposure per unit of spend from its mean in the
   * region, 0 in weeks without spend or exposure.
   *
   * @param exposure [region][week]
   * @param spend [region][week]
   */
  static double[][] ofDelivery(double[][] exposure, double[][] spend) {
    double[][] deviation = new double[exposure.length][];
    for (int r = 0; r < deviation.length; r++) {
      double[] logs = new double[exposure[r].length];
      for (int t = 0; t < logs.length; t++) {
        boolean bought = exposure[r][t] > 0 && spend[r][t] > 0;
        logs[t] = bought ? Math.log(exposure[r][t] / spend[r][t]) : Double.NaN;
      }
      double mean = Arrays.stream(logs).filter(x -> !Double.isNaN(x)).average().orElse(0);
      deviation[r] = Arrays.stream(logs).map(x -> Double.isNaN(x) ? 0 : x - mean).toArray();
    }
    return deviation;
  }

  /**
   * Returns the deviation of a power of exposure from its mean in the region, in units of the power
   * of the region's mean exposure.
   *
   * @param exposure [region][week]
   */
  static double[][] ofPower(double[][] exposure, double power) {
    double[][] deviation = new double[exposure.length][];
    for (int r = 0; r < exposure.length; r++) {
      double mean = mean(exposure[r]);
      deviation[r] = new double[exposure[r].length];
      for (int t = 0; t < deviation[r].length && mean > 0; t++) {
        deviation[r][t] = Math.pow(exposure[r][t] / mean, power);
      }
      subtract(deviation[r], mean(deviation[r]));
    }
    return deviation;
  }

  /**
   * Returns the deviation from the mean of the region relative to it, 0 where unknown.
   *
   * @param values [region][week]; NaN where unknown
   */
  static double[][] relative(double[][] values) {
    return Arrays.stream(values)
        .map(
            region -> {
              double mean = Arrays.stream(region).filter(x -> !Double.isNaN(x)).average().orElse(0);
              return Arrays.stream(region)
                  .map(x -> Double.isNaN(x) || mean == 0 ? 0 : x / mean - 1)
                  .toArray();
            })
        .toArray(double[][]::new);
  }

  /** Takes from each value the mean of its week over the regions. */
  static double[][] lessWeeks(double[][] values) {
    double[][] local = new double[values.length][values[0].length];
    for (int t = 0; t < values[0].length; t++) {
      double mean = 0;
      for (double[] region : values) {
        mean += region[t] / values.length;
      }
      for (int r = 0; r < values.length; r++) {
        local[r][t] = values[r][t] - mean;
      }
    }
    return local;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static void subtract(double[] values, double mean) {
    for (int t = 0; t < values.length; t++) {
      values[t] -= mean;
    }
  }
}
