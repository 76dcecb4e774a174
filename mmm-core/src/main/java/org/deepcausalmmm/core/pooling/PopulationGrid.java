package org.deepcausalmmm.core.pooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The posterior of the population's parameters on a grid.
 *
 * <p>The spread has a half-t prior (Gelman 2006, Bayesian Analysis 1, 515) with four degrees of
 * freedom and a scale of 0.5, of the size that Roever et al. (2021, Research Synthesis Methods 12,
 * 448) advise for effects on a log scale. The mean has a normal prior around what the units' own
 * priors expect on average.
 *
 * @param sample populations that are equally likely given the estimates
 * @param logEvidence logarithm of the density of the estimates with mean and spread integrated out,
 *     each times the root of 2 pi
 */
record PopulationGrid(List<Population> sample, double logEvidence) {
  private static final double SCALE = 0.5;
  private static final double DEGREES = 4;
  private static final double MEAN_SD = 0.5;
  private static final int SPREADS = 30;
  private static final int MEANS = 25;

  /** Standard errors on either side that the grid of means covers. */
  private static final double REACH = 4;

  private static final int SAMPLE = 60;

  PopulationGrid {
    sample = List.copyOf(sample);
  }

  /** Returns the grid of units, the same at each call. */
  static PopulationGrid of(List<UnitEstimate> units) {
    TDistribution prior = new TDistribution(DEGREES);
    List<Population> all = new ArrayList<>();
    List<Double> logWeight = new ArrayList<>();
    for (int k = 0; k < SPREADS; k++) {
      // Quantiles of the prior, so that each spread is equally likely before the data.
      double spread = SCALE * prior.inverseCumulativeProbability(0.5 + (k + 0.5) / (2.0 * SPREADS));
      addMeans(units, spread, all, logWeight);
    }
    double most = logWeight.stream().mapToDouble(x -> x).max().orElseThrow();
    double[] weight = logWeight.stream().mapToDouble(x -> Math.exp(x - most)).toArray();
    double evidence = most + Math.log(Arrays.stream(weight).sum() / SPREADS);
    return new PopulationGrid(evenly(all, weight), evidence);
  }

  private static void addMeans(
      List<UnitEstimate> units, double spread, List<Population> all, List<Double> logWeight) {
    double expected = units.stream().mapToDouble(UnitEstimate::expected).average().orElseThrow();
    double precision = 1 / (MEAN_SD * MEAN_SD);
    double weighted = precision * expected;
    for (UnitEstimate unit : units) {
      // The t distribution with four degrees of freedom has twice the variance of its scale.
      double own = 1 / (unit.error() * unit.error() + 2 * spread * spread);
      precision += own;
      weighted += own * unit.estimate();
    }
    double step = 2 * REACH / Math.sqrt(precision) / (MEANS - 1);
    for (int m = 0; m < MEANS; m++) {
      double mean = weighted / precision + (m - (MEANS - 1) / 2.0) * step;
      Population population = new Population(spread, mean);
      double rest = (mean - expected) / MEAN_SD;
      double prior = -rest * rest / 2 - Math.log(MEAN_SD * Math.sqrt(2 * Math.PI));
      all.add(population);
      logWeight.add(population.logLikelihood(units) + prior + Math.log(step));
    }
  }

  /** Returns points at even steps of the cumulative weight. */
  private static List<Population> evenly(List<Population> all, double[] weight) {
    double[] cumulative = weight.clone();
    Arrays.parallelPrefix(cumulative, Double::sum);
    double total = cumulative[cumulative.length - 1];
    List<Population> sample = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < SAMPLE; i++) {
      while (at < cumulative.length - 1 && cumulative[at] < (i + 0.5) / SAMPLE * total) {
        at++;
      }
      sample.add(all.get(at));
    }
    return sample;
  }
}
