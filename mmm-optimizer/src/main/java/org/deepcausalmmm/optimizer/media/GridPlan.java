package org.deepcausalmmm.optimizer.media;

/**
 * The best division of a budget among channels on a grid of equal steps, by dynamic programming.
 *
 * <p>Thousands of plans are made while experiments are valued; each is exact on the grid.
 *
 * @param outcome [channel][step][draw]: outcome of so many steps; no entries beyond the bounds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GridPlan(double[][][] outcome, int steps) {

  /** Returns the steps of each channel that earn most under weights of the draws. */
  int[] best(double[] weight) {
    int channels = outcome.length;
    double[][] mean = new double[channels][];
    for (int c = 0; c < channels; c++) {
      mean[c] = new double[outcome[c].length];
      for (int k = 0; k < mean[c].length; k++) {
        double sum = 0;
        for (int d = 0; d < weight.length; d++) {
          sum += weight[d] * outcome[c][k][d];
        }
        mean[c][k] = sum;
      }
    }
    double[] reached = new double[steps + 1];
    int[][] taken = new int[channels][steps + 1];
    for (int c = 0; c < channels; c++) {
      double[] next = new double[steps + 1];
      for (int total = 0; total <= steps; total++) {
        next[total] = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < mean[c].length && k <= total; k++) {
          double value = reached[total - k] + mean[c][k];
          if (value > next[total]) {
            next[total] = value;
            taken[c][total] = k;
          }
        }
      }
      reached = next;
    }
    int[] plan = new int[channels];
    int remaining = steps;
    for (int c = channels - 1; c >= 0; c--) {
      plan[c] = taken[c][remaining];
      remaining -= plan[c];
    }
    return plan;
  }

  /** Returns what a plan earns in a draw. */
  double value(int[] plan, int draw) {
    double sum = 0;
    for (int c = 0; c < plan.length; c++) {
      sum += outcome[c][plan[c]][draw];
    }
    return sum;
  }
}
