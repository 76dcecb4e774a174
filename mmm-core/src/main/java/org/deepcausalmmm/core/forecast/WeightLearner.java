package org.deepcausalmmm.core.forecast;

import java.util.Map;

/**
 * The estimation of a forecast's weights on rolling origins.
 *
 * <p>Every combination of a decay and of weights from a grid gets a posterior probability: its
 * likelihood with the error variance profiled out, MSE^(-n/2), times a prior around a third.
 * Neighbouring origins share weeks and regions are correlated, so n counts non-overlapping
 * horizons, not errors. Averaging over the grid instead of choosing its best point keeps few
 * origins from deciding too much (Hoeting et al. 1999, Bayesian Model Averaging, Statistical
 * Science 14). Errors are in the outcome's units, as in a pooled RMSE.
 */
final class WeightLearner {
  private static final double[] DECAY = {0, 0.3, 0.5, 0.7, 0.85, 0.95};
  private static final double[] GRID = {0, 0.25, 0.5, 0.75, 1};
  private static final double PRIOR_MEAN = 0.35;
  private static final double PRIOR_SD = 0.5;
  private static final double ERRORS_PER_BLOCK = 4;
  private static final double MOST_VARIATION = 1.25;
  private static final double EXCESS_SD = 0.25;
  private static final int CELLS = Terms.COUNT + 1;
  private static final double TINY = 1e-12;

  private final History history;
  private final double[] national;
  private final RollingOrigins origins;

  WeightLearner(History history, double[] national, RollingOrigins origins) {
    this.history = history;
    this.national = national;
    this.origins = origins;
  }

  /** Returns the posterior of the weights; without an origin, the prior. */
  ForecastWeights learn() {
    double[] probability = new double[DECAY.length];
    double[][] weight = new double[DECAY.length][Terms.COUNT];
    double[][][] products = new double[DECAY.length][][];
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < DECAY.length; i++) {
      products[i] = products(DECAY[i]);
      for (int point = 0; point < points(); point++) {
        least = Math.min(least, deviance(products[i], weights(point)));
      }
    }
    double total = 0;
    for (int i = 0; i < DECAY.length; i++) {
      for (int point = 0; point < points(); point++) {
        double[] w = weights(point);
        double mass = Math.exp(-0.5 * (deviance(products[i], w) - least));
        probability[i] += mass;
        for (int k = 0; k < w.length; k++) {
          weight[i][k] += mass * w[k];
        }
      }
      total += probability[i];
    }
    for (int i = 0; i < DECAY.length; i++) {
      for (int k = 0; k < Terms.COUNT; k++) {
        weight[i][k] /= Math.max(probability[i], TINY);
      }
      probability[i] /= total;
    }
    return new ForecastWeights(DECAY.clone(), probability, weight);
  }

  private static int points() {
    return (int) Math.pow(GRID.length, Terms.COUNT);
  }

  private static double[] weights(int point) {
    double[] weights = new double[Terms.COUNT];
    int rest = point;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = GRID[rest % GRID.length];
      rest /= GRID.length;
    }
    return weights;
  }

  /**
   * Returns the cross products of the outcome's change and the terms, summed over all origins,
   * regions and weeks.
   */
  private double[][] products(double decay) {
    double[][] sum = new double[CELLS + 1][CELLS];
    double[] row = new double[CELLS];
    for (Map.Entry<Integer, BaselinePath> entry : origins.paths().entrySet()) {
      int origin = entry.getKey();
      int horizon = origins.horizon(origin);
      Terms terms = Terms.of(history, national, entry.getValue(), origin, horizon, decay);
      for (int r = 0; r < history.regions(); r++) {
        double square = history.size()[r] * history.size()[r];
        for (int h = 0; h < horizon; h++) {
          double outcome = history.outcome()[r][origin + h];
          row[0] = outcome - terms.level(r);
          if (!Double.isNaN(row[0])) {
            System.arraycopy(terms.change(r, h), 0, row, 1, Terms.COUNT);
            add(sum, row, square * history.observationWeight()[r][origin + h]);
          }
        }
      }
    }
    return sum;
  }

  private static void add(double[][] sum, double[] row, double weight) {
    for (int a = 0; a < CELLS; a++) {
      for (int b = 0; b < CELLS; b++) {
        sum[a][b] += weight * row[a] * row[b];
      }
    }
    sum[CELLS][0] += weight;
  }

  /** Returns minus twice the log posterior of weights, up to a constant. */
  private double deviance(double[][] products, double[] weights) {
    double squares = products[0][0];
    for (int a = 0; a < weights.length; a++) {
      squares -= 2 * weights[a] * products[0][a + 1];
      for (int b = 0; b < weights.length; b++) {
        squares += weights[a] * weights[b] * products[a + 1][b + 1];
      }
    }
    double count = products[CELLS][0];
    double deviance =
        count > 0
            ? ERRORS_PER_BLOCK * origins.blocks() * Math.log(Math.max(squares / count, TINY))
            : 0;
    for (double weight : weights) {
      deviance += square((weight - PRIOR_MEAN) / PRIOR_SD);
    }
    // The model's seasonality and last year's change explain the same variation.
    double excess =
        (weights[Terms.MEDIA] + weights[Terms.SHARED]) / 2 + weights[Terms.YEAR] - MOST_VARIATION;
    return deviance + square(Math.max(0, excess) / EXCESS_SD);
  }

  private static double square(double x) {
    return x * x;
  }
}
