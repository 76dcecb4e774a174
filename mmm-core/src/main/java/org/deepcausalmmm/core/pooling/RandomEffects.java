package org.deepcausalmmm.core.pooling;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.deepcausalmmm.core.numeric.Statistics;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * The random effects of many units: each has an effect of its own, the effects come from one
 * distribution with heavy tails, and the data of each say something of its own.
 *
 * <p>The likelihood of each unit enters, not its posterior: a posterior holds the unit's own prior,
 * which would count once more for each unit and make units look alike that were merely given
 * similar priors. Mean and spread of the distribution are integrated over, so that intervals know
 * that they are uncertain. The effect of a unit is its own likelihood times what the others say of
 * the distribution; its own estimate never counts twice.
 *
 * <p>That the effects come from one distribution is a hypothesis, with a prior probability of three
 * quarters, since somebody asked for pooling. The other is that each unit lies around its own
 * prior, and its own posterior stands. The result is their average, weighted by their probabilities
 * given the estimates (Hoeting et al. 1999, Statistical Science 14, 382).
 *
 * @param center the mean of the distribution of effects, with its 90% interval
 * @param spread scale of the distribution: posterior median with 90% interval
 * @param probability of one distribution, given the estimates
 * @param spreadByMoments the estimate of Paule and Mandel (1982) of the standard deviation, as a
 *     check that needs no prior
 * @param units each unit's effect given all, in their order
 */
public record RandomEffects(
    Interval center,
    Interval spread,
    double probability,
    double spreadByMoments,
    List<UnitEffect> units) {
  /** The fewest units from which a spread can be learned. */
  public static final int LEAST_UNITS = 3;

  private static final double PRIOR_ODDS = 3;
  private static final double LOWER = 0.05;
  private static final double UPPER = 0.95;

  /**
   * The effect of a unit.
   *
   * @param effect posterior median with its 90% interval
   * @param ownWeight the weight of what is known of the unit by itself, from 0 to 1
   */
  public record UnitEffect(Interval effect, double ownWeight) {}

  public RandomEffects {
    units = List.copyOf(units);
  }

  /**
   * Returns the effects given estimates of all units.
   *
   * @throws IllegalArgumentException if the data of fewer than three units say anything
   */
  public static RandomEffects of(List<UnitEstimate> units) {
    List<UnitEstimate> informed = units.stream().filter(UnitEstimate::informed).toList();
    if (informed.size() < LEAST_UNITS) {
      throw new IllegalArgumentException(
          "Pooling needs three informed units, not " + informed.size());
    }
    PopulationGrid grid = PopulationGrid.of(units);
    double own = informed.stream().mapToDouble(UnitEstimate::logLikelihood).sum();
    double probability = 1 / (1 + Math.exp(own - grid.logEvidence()) / PRIOR_ODDS);
    return new RandomEffects(
        interval(grid.sample(), Population::mean),
        interval(grid.sample(), Population::spread),
        probability,
        PauleMandel.spread(
            informed.stream().mapToDouble(UnitEstimate::estimate).toArray(),
            informed.stream().mapToDouble(UnitEstimate::error).toArray()),
        units.stream().map(unit -> effect(unit, grid.sample(), probability)).toList());
  }

  private static UnitEffect effect(UnitEstimate unit, List<Population> sample, double probability) {
    List<Population.Conditional> parts = sample.stream().map(p -> p.given(unit)).toList();
    double each = probability / parts.size();
    NormalMixture mixture =
        new NormalMixture(
            with(parts.stream().flatMapToDouble(c -> scaled(c.weight(), each)), 1 - probability),
            with(parts.stream().flatMapToDouble(c -> Arrays.stream(c.mean())), unit.mean()),
            with(parts.stream().flatMapToDouble(c -> Arrays.stream(c.sd())), unit.sd()));
    Interval effect =
        new Interval(mixture.quantile(0.5), mixture.quantile(LOWER), mixture.quantile(UPPER));
    double own = parts.stream().mapToDouble(Population.Conditional::own).sum();
    return new UnitEffect(effect, each * own + 1 - probability);
  }

  private static DoubleStream scaled(double[] values, double factor) {
    return Arrays.stream(values).map(value -> factor * value);
  }

  private static double[] with(DoubleStream values, double last) {
    return DoubleStream.concat(values, DoubleStream.of(last)).toArray();
  }

  private static Interval interval(List<Population> sample, ToDoubleFunction<Population> quantity) {
    double[] values = sample.stream().mapToDouble(quantity).toArray();
    return new Interval(
        Statistics.quantile(values, 0.5),
        Statistics.quantile(values, LOWER),
        Statistics.quantile(values, UPPER));
  }
}
