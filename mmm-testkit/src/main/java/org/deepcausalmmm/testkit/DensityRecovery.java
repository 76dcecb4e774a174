package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;

/**
 * The search for the parameter of a loss by likelihood from residuals that were drawn from its
 * density, as the core does it, and the comparison of the densities: two values may describe nearly
 * the same one.
 */
final class DensityRecovery {
  private static final int DRAWS = 2000;
  private static final int STEPS = 40;

  private DensityRecovery() {}

  static void assertRecovered(LossContract contract, double[] truth) {
    if (truth.length != 1) {
      return; // there is nothing to be found
    }
    double[] grid = LossChecks.grid();
    double[] density = LossChecks.evaluation(contract, truth, grid).exact();
    for (int i = 0; i < grid.length; i++) {
      density[i] = Math.exp(-density[i]) * LossChecks.width(grid[i]);
    }
    double[] residuals = draw(grid, density);
    SpecLayout layout = LossChecks.layout(contract);
    double from = Math.min(layout.spread(-4)[0], layout.spread(4)[0]);
    double to = Math.max(layout.spread(-4)[0], layout.spread(4)[0]);
    double found = bestBetween(contract, residuals, from, to);
    double[] scores = LossChecks.evaluation(contract, new double[] {found}, grid).exact();
    double[] right = LossChecks.evaluation(contract, truth, grid).exact();
    double divergence = 0;
    double mass = 0;
    for (int i = 0; i < grid.length; i++) {
      if (density[i] > 0) {
        divergence += density[i] * (scores[i] - right[i]);
        mass += density[i];
      }
    }
    assertThat(Math.abs(divergence) / mass)
        .as(
            "divergence of the recovered density, in nats; the parameter was %s and came out as %s"
                + " on the scale of estimation",
            truth[0], found)
        .isLessThan(0.005);
  }

  private static double[] draw(double[] grid, double[] density) {
    double[] cumulated = density.clone();
    Arrays.parallelPrefix(cumulated, Double::sum);
    double whole = cumulated[cumulated.length - 1];
    Random random = new Random(11);
    double[] residuals = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      int at = Arrays.binarySearch(cumulated, random.nextDouble() * whole);
      residuals[i] = grid[Math.min(at >= 0 ? at : -at - 1, grid.length - 1)];
    }
    return residuals;
  }

  /** Searches a grid, then ever smaller intervals around its best point. */
  private static double bestBetween(
      LossContract contract, double[] residuals, double from, double to) {
    double best = from;
    double low = from;
    double high = to;
    for (int round = 0; round < 3; round++) {
      double least = Double.POSITIVE_INFINITY;
      double width = (high - low) / STEPS;
      for (int i = 0; i <= STEPS; i++) {
        double value = low + i * width;
        double[] scores = LossChecks.evaluation(contract, new double[] {value}, residuals).exact();
        double sum = Arrays.stream(scores).sum();
        if (sum < least) {
          least = sum;
          best = value;
        }
      }
      low = Math.max(from, best - width);
      high = Math.min(to, best + width);
    }
    return best;
  }
}
