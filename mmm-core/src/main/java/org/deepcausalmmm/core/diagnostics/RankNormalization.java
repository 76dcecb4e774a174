package org.deepcausalmmm.core.diagnostics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.special.Erf;

/**
 * The normal scores of ranks over all chains (Blom 1958; Vehtari et al. 2021, equation 14), so that
 * diagnostics exist for quantities without a finite variance too.
 */
final class RankNormalization {
  private static final double OFFSET = 3.0 / 8;

  private RankNormalization() {}

  /** Returns [chain][draw]; draws that are the same share their average rank. */
  static double[][] apply(double[][] chains) {
    double[] all = Chains.flat(chains);
    double[] rank = ranks(all);
    double[][] scores = new double[chains.length][];
    int at = 0;
    for (int c = 0; c < chains.length; c++) {
      scores[c] = new double[chains[c].length];
      for (int i = 0; i < scores[c].length; i++) {
        double probability = (rank[at++] - OFFSET) / (all.length - 2 * OFFSET + 1);
        scores[c][i] = Math.sqrt(2) * Erf.erfInv(2 * probability - 1);
      }
    }
    return scores;
  }

  /** Returns ranks from 1. */
  static double[] ranks(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] rank = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      double average = (from + 1 + to) / 2.0;
      Arrays.stream(order, from, to).forEach(i -> rank[i] = average);
      from = to;
    }
    return rank;
  }
}
