package org.deepcausalmmm.core.diagnostics;

import java.util.Arrays;
import org.deepcausalmmm.core.numeric.Statistics;

/** Elementary operations on the draws of several chains, [chain][draw]. */
final class Chains {
  private Chains() {}

  /** Returns the halves of all chains; the middle draw of an odd number belongs to neither. */
  static double[][] split(double[][] chains) {
    int draws = chains[0].length;
    if (draws < 4) {
      throw new IllegalArgumentException("Diagnostics need 4 draws or more, not " + draws + ".");
    }
    double[][] halves = new double[2 * chains.length][];
    for (int c = 0; c < chains.length; c++) {
      halves[2 * c] = Arrays.copyOf(chains[c], draws / 2);
      halves[2 * c + 1] = Arrays.copyOfRange(chains[c], draws - draws / 2, draws);
    }
    return halves;
  }

  /** Returns whether all draws are finite and not all are the same. */
  static boolean vary(double[][] chains) {
    double first = chains[0][0];
    boolean vary = false;
    for (double[] chain : chains) {
      for (double x : chain) {
        if (!Double.isFinite(x)) {
          return false;
        }
        vary |= x != first;
      }
    }
    return vary;
  }

  /** Returns the distances from the median of all draws. */
  static double[][] foldedAtMedian(double[][] chains) {
    double median = Statistics.median(flat(chains));
    return map(chains, x -> Math.abs(x - median));
  }

  /** Returns 1 for the draws that do not exceed a quantile of all draws, else 0. */
  static double[][] below(double[][] chains, double probability) {
    double limit = Statistics.quantile(flat(chains), probability);
    return map(chains, x -> x <= limit ? 1 : 0);
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double x : values) {
      sum += x;
    }
    return sum / values.length;
  }

  /** Returns the sample variance about a mean. */
  static double variance(double[] values, double mean) {
    double sum = 0;
    for (double x : values) {
      sum += (x - mean) * (x - mean);
    }
    return sum / (values.length - 1);
  }

  /** Returns the sample standard deviation of all draws. */
  static double standardDeviation(double[][] chains) {
    double[] all = flat(chains);
    return Math.sqrt(variance(all, mean(all)));
  }

  static double[] flat(double[][] chains) {
    return Arrays.stream(chains).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[][] map(
      double[][] chains, java.util.function.DoubleUnaryOperator operator) {
    return Arrays.stream(chains)
        .map(chain -> Arrays.stream(chain).map(operator).toArray())
        .toArray(double[][]::new);
  }
}
