package org.deepcausalmmm.core.pooling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.data.estimate.Interval;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The normal-normal model of random effects: each unit has an effect of its own, the effects come
 * from a normal distribution, and each is known with a standard error.
 *
 * <p>The mean of that distribution has a flat prior, its standard deviation a half-t prior (Gelman
 * 2006, Bayesian Analysis 1, 515) with four degrees of freedom and a scale of 0.5, of the size that
 * Roever et al. (2021, Research Synthesis Methods 12, 448) advise for effects on a log scale. Both
 * are integrated over, the standard deviation on a grid, so that intervals know that it is
 * uncertain.
 *
 * @param center the mean of the distribution of effects, with its 90% interval
 * @param spread its standard deviation: posterior median with 90% interval
 * @param spreadByMoments the estimate of Paule and Mandel (1982) of the same, as a check that needs
 *     no prior
 * @param units each unit's effect given all, in their order
 */
public record RandomEffects(
    Interval center, Interval spread, double spreadByMoments, List<UnitEffect> units) {
  /** The fewest units from which a spread can be learned. */
  public static final int LEAST_UNITS = 3;

  private static final double SCALE = 0.5;
  private static final double DEGREES = 4;
  private static final int GRID = 100;
  private static final double LOWER = 0.05;
  private static final double UPPER = 0.95;

  /** Standard deviations: quantiles of the prior, so equally likely. */
  private static final double[] SPREADS = grid();

  /**
   * The effect of a unit.
   *
   * @param effect posterior median with its 90% interval
   * @param ownWeight the weight of the unit's own estimate against the others', from 0 to 1
   */
  public record UnitEffect(Interval effect, double ownWeight) {}

  public RandomEffects {
    units = List.copyOf(units);
  }

  /**
   * Returns the effects given estimates of all units.
   *
   * @param estimate [unit]
   * @param error [unit]: standard errors, above 0
   * @throws IllegalArgumentException if there are fewer than three units, or an error is not above
   *     0
   */
  public static RandomEffects of(double[] estimate, double[] error) {
    if (estimate.length < LEAST_UNITS || estimate.length != error.length) {
      throw new IllegalArgumentException("Pooling needs three units, not " + estimate.length);
    }
    if (!Arrays.stream(error).allMatch(e -> e > 0)) {
      throw new IllegalArgumentException("A standard error is not above 0.");
    }
    Level[] levels =
        Arrays.stream(SPREADS).mapToObj(s -> Level.of(s, estimate, error)).toArray(Level[]::new);
    double[] weight = weights(levels);
    NormalMixture mean =
        new NormalMixture(
            weight,
            Arrays.stream(levels).mapToDouble(Level::mean).toArray(),
            Arrays.stream(levels).mapToDouble(Level::meanSd).toArray());
    List<UnitEffect> units =
        IntStream.range(0, estimate.length)
            .mapToObj(i -> unit(estimate[i], error[i], levels, weight))
            .toList();
    return new RandomEffects(
        interval(mean),
        new Interval(quantile(weight, 0.5), quantile(weight, LOWER), quantile(weight, UPPER)),
        pauleMandel(estimate, error),
        units);
  }

  private static double[] grid() {
    TDistribution t = new TDistribution(DEGREES);
    return IntStream.range(0, GRID)
        .mapToDouble(k -> SCALE * t.inverseCumulativeProbability(0.5 + (k + 0.5) / (2.0 * GRID)))
        .toArray();
  }

  /**
   * What the estimates say if the spread has a given value.
   *
   * @param mean of the distribution of effects
   * @param meanSd its standard error
   */
  private record Level(double spread, double mean, double meanSd, double logLikelihood) {
    static Level of(double spread, double[] estimate, double[] error) {
      double precision = 0;
      double weighted = 0;
      double logarithms = 0;
      for (int i = 0; i < estimate.length; i++) {
        double variance = error[i] * error[i] + spread * spread;
        precision += 1 / variance;
        weighted += estimate[i] / variance;
        logarithms += Math.log(variance);
      }
      double mean = weighted / precision;
      double squares = 0;
      for (int i = 0; i < estimate.length; i++) {
        double rest = estimate[i] - mean;
        squares += rest * rest / (error[i] * error[i] + spread * spread);
      }
      return new Level(
          spread,
          mean,
          1 / Math.sqrt(precision),
          -(logarithms + Math.log(precision) + squares) / 2);
    }
  }

  private static double[] weights(Level[] levels) {
    double most = Arrays.stream(levels).mapToDouble(Level::logLikelihood).max().orElseThrow();
    double[] weight =
        Arrays.stream(levels).mapToDouble(l -> Math.exp(l.logLikelihood() - most)).toArray();
    double sum = Arrays.stream(weight).sum();
    return Arrays.stream(weight).map(w -> w / sum).toArray();
  }

  private static UnitEffect unit(double estimate, double error, Level[] levels, double[] weight) {
    double[] mean = new double[levels.length];
    double[] sd = new double[levels.length];
    double own = 0;
    for (int k = 0; k < levels.length; k++) {
      double square = levels[k].spread() * levels[k].spread();
      double share = square / (square + error * error);
      mean[k] = share * estimate + (1 - share) * levels[k].mean();
      double shared = (1 - share) * levels[k].meanSd();
      sd[k] = Math.sqrt(share * error * error + shared * shared);
      own += weight[k] * share;
    }
    return new UnitEffect(interval(new NormalMixture(weight, mean, sd)), own);
  }

  private static Interval interval(NormalMixture mixture) {
    return new Interval(mixture.quantile(0.5), mixture.quantile(LOWER), mixture.quantile(UPPER));
  }

  private static double quantile(double[] weight, double probability) {
    double sum = 0;
    for (int k = 0; k < SPREADS.length; k++) {
      sum += weight[k];
      if (sum >= probability) {
        return SPREADS[k];
      }
    }
    return SPREADS[SPREADS.length - 1];
  }

  /** Returns the spread at which the weighted squares are as many as there are units less one. */
  private static double pauleMandel(double[] estimate, double[] error) {
    double low = 0;
    double high = 1;
    if (excess(0, estimate, error) <= 0) {
      return 0;
    }
    while (excess(high, estimate, error) > 0) {
      high *= 2;
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (excess(middle, estimate, error) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double excess(double spread, double[] estimate, double[] error) {
    Level level = Level.of(spread, estimate, error);
    double squares = 0;
    for (int i = 0; i < estimate.length; i++) {
      double rest = estimate[i] - level.mean();
      squares += rest * rest / (error[i] * error[i] + spread * spread);
    }
    return squares - (estimate.length - 1);
  }
}
