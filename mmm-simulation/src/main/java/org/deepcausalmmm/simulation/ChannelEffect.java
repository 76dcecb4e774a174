package org.deepcausalmmm.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * The effect of a channel's exposure: carried over, saturating by Hill's function, scaled.
 *
 * @param kernel share of a week's exposure that acts after each number of weeks
 * @param half [region]: carried-over exposure at which half the effect is reached
 * @param coefficient [region]: greatest effect, in units of the region's size
 * @param effectiveness [week], 1 on average
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content nowhere
record ChannelEffect(
    double[] kernel,
    double slope,
    double relativeHalf,
    double[] half,
    double[] coefficient,
    double[] effectiveness,
    boolean drifts) {

  /** How the effect of a week's exposure is carried over. */
  enum Carry {
    GEOMETRIC,
    DELAYED,
    BRAND
  }

  /**
   * Draws an effect.
   *
   * @param exposure [region][week]: as it was; sets the units
   * @param total what the effect contributes over all regions and weeks, in units of the outcome
   */
  static ChannelEffect draw(
      WorldSpec spec,
      Demand demand,
      double[][] exposure,
      Carry carry,
      double total,
      Chance chance) {
    double[] kernel = carry == Carry.DELAYED ? Kernels.delayed(chance) : Kernels.geometric(chance);
    if (carry == Carry.BRAND) {
      kernel = Kernels.brand(kernel, chance.fork("brand"));
    }
    double slope = chance.uniform(0.8, 2.2);
    double relativeHalf = chance.uniform(0.5, 1.8);
    double scatter = spec.regions() == 1 ? 0 : chance.uniform(0.2, 0.3);
    double[] effectiveness = effectiveness(spec, demand, chance.fork("drift"));
    boolean drifts = spec.media().drift() > 0 || spec.has(Departure.PROMOTIONS);
    double[] half = new double[spec.regions()];
    double[] multiplier = new double[spec.regions()];
    for (int r = 0; r < half.length; r++) {
      double average = Tables.mean(Kernels.spread(exposure[r], kernel));
      half[r] = average > 0 ? relativeHalf * average : 1;
      multiplier[r] = chance.logNormal(scatter);
    }
    ChannelEffect unscaled =
        new ChannelEffect(kernel, slope, relativeHalf, half, multiplier, effectiveness, drifts);
    double[] coefficient = multiplier.clone();
    double reached = unscaled.total(demand, exposure);
    for (int r = 0; r < half.length; r++) {
      coefficient[r] *= reached > 0 ? total / reached : 0;
    }
    return new ChannelEffect(kernel, slope, relativeHalf, half, coefficient, effectiveness, drifts);
  }

  private double total(Demand demand, double[][] exposure) {
    double total = 0;
    for (int r = 0; r < half.length; r++) {
      double[] effect = new double[exposure[r].length];
      addTo(effect, r, exposure[r]);
      total += demand.size()[r] * Tables.sum(effect);
    }
    return total;
  }

  /** Adds the effect that a region's exposure has, in units of the region's size. */
  void addTo(double[] outcome, int region, double[] exposure) {
    if (coefficient[region] == 0) {
      return;
    }
    double[] carried = Kernels.spread(exposure, kernel);
    for (int t = 0; t < outcome.length; t++) {
      outcome[t] += coefficient[region] * effectiveness[t] * hill(carried[t] / half[region]);
    }
  }

  private double hill(double relative) {
    return relative <= 0 ? 0 : 1 / (1 + Math.pow(relative, -slope));
  }

  /** Draws a smooth path whose logarithm swings about as far as is specified, 1 on average. */
  private static double[] effectiveness(WorldSpec spec, Demand demand, Chance chance) {
    double amplitude = spec.media().drift() * chance.uniform(0.75, 1.25);
    double[] path = new double[spec.allWeeks()];
    for (double period : new double[] {chance.uniform(1, 2.5), chance.uniform(0.5, 1)}) {
      double phase = chance.uniform(0, 2 * Math.PI);
      double size = chance.uniform(0.4, 1);
      for (int t = 0; t < path.length; t++) {
        path[t] += size * Math.cos(2 * Math.PI * t / (period * path.length) - phase);
      }
    }
    double promoted = chance.fork("promotions").uniform(0.5, 1.2);
    double low = Arrays.stream(path).min().orElse(0);
    double high = Arrays.stream(path).max().orElse(0);
    for (int t = 0; t < path.length; t++) {
      path[t] = Math.exp(amplitude * (2 * (path[t] - low) / (high - low) - 1));
      path[t] *= 1 + promoted * demand.special().promotion()[t];
    }
    double mean = Tables.mean(path);
    for (int t = 0; t < path.length; t++) {
      path[t] /= mean;
    }
    return path;
  }

  Truth.Form form(int firstWeek) {
    double[] shown = Arrays.copyOfRange(effectiveness, firstWeek, effectiveness.length);
    double mean = Tables.mean(shown);
    List<Double> path =
        drifts ? Arrays.stream(shown).map(x -> x / mean).boxed().toList() : List.of();
    return new Truth.Form(Arrays.stream(kernel).boxed().toList(), slope, relativeHalf, path);
  }
}
