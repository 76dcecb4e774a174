package org.deepcausalmmm.validation;

import java.util.SplittableRandom;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * The simultaneous band of the empirical distribution function of uniform ranks (Säilynoja, Bürkner
 * and Vehtari 2022, Statistics and Computing 32), found by simulation.
 */
public final class RankBand {
  private static final int SIMULATIONS = 2000;

  private final double[][] tail;
  private final double[] simulated = new double[SIMULATIONS];

  /**
   * Simulates the band of independent ranks.
   *
   * @param ranks number of ranks
   * @param draws ranks lie between 0 and this
   */
  public RankBand(int ranks, int draws) {
    tail = new double[draws][ranks + 1];
    for (int k = 0; k < draws; k++) {
      BinomialDistribution below = new BinomialDistribution(ranks, (k + 1.0) / (draws + 1));
      for (int n = 0; n <= ranks; n++) {
        double least = below.cumulativeProbability(n);
        tail[k][n] = Math.min(least, 1 - below.cumulativeProbability(n - 1));
      }
    }
    SplittableRandom random = new SplittableRandom(1);
    int[] uniform = new int[ranks];
    for (int i = 0; i < SIMULATIONS; i++) {
      for (int j = 0; j < ranks; j++) {
        uniform[j] = random.nextInt(draws + 1);
      }
      simulated[i] = least(uniform);
    }
  }

  /** Returns the probability of uniform ranks that leave the middle of the band as far. */
  public double probability(int[] ranks) {
    double own = least(ranks);
    int further = 1;
    for (double other : simulated) {
      further += other <= own ? 1 : 0;
    }
    return further / (SIMULATIONS + 1.0);
  }

  /** Returns whether the empirical distribution function lies in the 95% band everywhere. */
  public boolean holds(int[] ranks) {
    return probability(ranks) >= 0.05;
  }

  /** Returns the smallest pointwise tail probability of the empirical distribution function. */
  private double least(int[] ranks) {
    int[] count = new int[tail.length + 1];
    for (int rank : ranks) {
      count[rank]++;
    }
    double least = 1;
    int below = 0;
    for (int k = 0; k < tail.length; k++) {
      below += count[k];
      least = Math.min(least, tail[k][below]);
    }
    return least;
  }
}
