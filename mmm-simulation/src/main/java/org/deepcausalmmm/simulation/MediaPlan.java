package org.deepcausalmmm.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * Spend, and the exposure that a unit of it bought.
 *
 * @param spend [channel][region][week], in money, to the cent
 * @param rate [channel][region][week]: exposures bought by a unit of money
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
record MediaPlan(double[][][] spend, double[][][] rate) {

  /**
   * Draws the plan.
   *
   * @param mediaTotal outcome that all media are meant to bring by themselves; sets the amounts
   */
  static MediaPlan draw(
      WorldSpec spec, Demand demand, List<Traits> traits, double mediaTotal, Chance chance) {
    double[][][] spend = new double[traits.size()][][];
    double[][][] rate = new double[traits.size()][][];
    SpendShape shapes = new SpendShape(spec, demand, chance.fork("shapes"));
    double[][][] shape = new double[traits.size()][][];
    for (int c = 0; c < traits.size(); c++) {
      shape[c] = shapes.draw(traits.get(c), chance.fork("spend of " + traits.get(c).name()));
    }
    pair(shape, shapes, traits, chance.fork("companion"));
    for (int c = 0; c < traits.size(); c++) {
      Traits channel = traits.get(c);
      double share = channel.effective() ? channel.share() : 1.0 / traits.size();
      rate[c] = rate(spec, chance.fork("price of " + channel.name()));
      if (channel.following().follows()) {
        double[][] factor = channel.following().factor(demand);
        shape[c] = power(shape[c], channel.following().calm());
        shape[c] = followed(shape[c], factor, channel.following().budget());
        rate[c] = followed(rate[c], factor, 1 - channel.following().budget());
      }
      spend[c] = money(shape[c], demand, Math.abs(share) * mediaTotal / channel.roi());
    }
    return new MediaPlan(spend, rate);
  }

  /** Returns the same with another spend for a channel. */
  MediaPlan withSpend(int channel, double[][] other) {
    double[][][] changed = spend.clone();
    changed[channel] = other;
    return new MediaPlan(changed, rate);
  }

  /** Returns the exposure that spend buys, [channel][region][week]. */
  double[][][] bought(double[][][] paid) {
    double[][][] bought = new double[paid.length][][];
    for (int c = 0; c < paid.length; c++) {
      bought[c] = bought(c, paid[c]);
    }
    return bought;
  }

  /** Returns the exposure that a channel's spend buys, [region][week]. */
  double[][] bought(int channel, double[][] paid) {
    double[][] bought = new double[paid.length][];
    for (int r = 0; r < paid.length; r++) {
      bought[r] = paid[r].clone();
      for (int t = 0; t < bought[r].length; t++) {
        bought[r][t] *= rate[channel][r][t];
      }
    }
    return bought;
  }

  /** Brings a shape to a total amount of money, shared out by the size of the regions. */
  static double[][] money(double[][] shape, Demand demand, double total) {
    double[][] money = new double[shape.length][];
    for (int r = 0; r < shape.length; r++) {
      money[r] = shape[r].clone();
      for (int t = 0; t < money[r].length; t++) {
        money[r][t] *= demand.size()[r];
      }
    }
    double sum = Tables.sum(money);
    return sum == 0 ? money : Decimals.round(Tables.times(money, total / sum), 2);
  }

  private static void pair(
      double[][][] shape, SpendShape shapes, List<Traits> traits, Chance chance) {
    List<Traits.Part> parts = traits.stream().map(Traits::part).toList();
    int first = parts.indexOf(Traits.Part.COLLINEAR_FIRST);
    int second = parts.indexOf(Traits.Part.COLLINEAR_SECOND);
    if (first >= 0 && second >= 0) {
      shape[second] = shapes.companion(shape[first], chance);
    }
  }

  private static double[][] power(double[][] values, double power) {
    double[][] result = new double[values.length][];
    for (int r = 0; r < values.length; r++) {
      result[r] = Arrays.stream(values[r]).map(value -> Math.pow(value, power)).toArray();
    }
    return result;
  }

  private static double[][] followed(double[][] values, double[][] factor, double power) {
    double[][] followed = new double[values.length][];
    for (int r = 0; r < values.length; r++) {
      followed[r] = values[r].clone();
      for (int t = 0; t < followed[r].length; t++) {
        followed[r][t] *= Math.pow(factor[r][t], power);
      }
    }
    return followed;
  }

  /** Draws exposures per money: a cost per thousand that moves slowly, with noise by region. */
  private static double[][] rate(WorldSpec spec, Chance chance) {
    double perThousand = chance.logUniform(3, 30);
    double noise = chance.uniform(0.05, 0.12);
    double[] market = chance.autoregression(spec.allWeeks(), 0.9, 0.05);
    double[][] rate = new double[spec.regions()][spec.allWeeks()];
    for (double[] row : rate) {
      double place = chance.logNormal(spec.regions() == 1 ? 0 : 0.1);
      for (int t = 0; t < row.length; t++) {
        row[t] = 1000 / (perThousand * place * Math.exp(market[t])) * chance.logNormal(noise);
      }
    }
    return rate;
  }
}
