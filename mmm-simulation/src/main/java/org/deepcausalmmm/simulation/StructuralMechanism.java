package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * The sum of a baseline and the saturating effects of carried-over exposure, channel by channel.
 */
final class StructuralMechanism implements Mechanism {
  private final int earlierWeeks;
  private final Demand demand;
  private final List<Traits> traits;
  private final MediaPlan plan;
  private final Halo halo;
  private final double[][][] factualBought;
  private final double[][][] factual;
  private final List<ChannelEffect> effects = new ArrayList<>();

  private StructuralMechanism(
      WorldSpec spec, Demand demand, List<Traits> traits, MediaPlan plan, Chance chance) {
    this.earlierWeeks = spec.earlierWeeks();
    this.demand = demand;
    this.traits = traits;
    this.plan = plan;
    this.factualBought = plan.bought(plan.spend());
    this.halo = Halo.draw(spec, traits, factualBought, chance.fork("halo"));
    this.factual = halo.follow(factualBought);
  }

  /**
   * Draws the effects.
   *
   * @param mediaTotal the outcome that all channels together bring by their own exposures
   */
  static StructuralMechanism draw(
      WorldSpec spec,
      Demand demand,
      List<Traits> traits,
      MediaPlan plan,
      double mediaTotal,
      Chance chance) {
    StructuralMechanism mechanism = new StructuralMechanism(spec, demand, traits, plan, chance);
    List<Integer> delayed = some(spec, spec.media().delayedShare(), chance.fork("delayed"));
    double brands = spec.has(Departure.BRAND_STOCKS) ? 0.5 : 0;
    List<Integer> brand = some(spec, brands, chance.fork("brand"));
    for (int c = 0; c < traits.size(); c++) {
      mechanism.effects.add(
          ChannelEffect.draw(
              spec,
              demand,
              mechanism.factual[c],
              brand.contains(c)
                  ? ChannelEffect.Carry.BRAND
                  : delayed.contains(c)
                      ? ChannelEffect.Carry.DELAYED
                      : ChannelEffect.Carry.GEOMETRIC,
              traits.get(c).share() * mediaTotal,
              chance.fork("effect of " + traits.get(c).name())));
    }
    return mechanism;
  }

  private static List<Integer> some(WorldSpec spec, double share, Chance chance) {
    List<Integer> all = new ArrayList<>();
    for (int c = 0; c < spec.channels(); c++) {
      all.add(c);
    }
    chance.shuffle(all);
    return all.subList(0, (int) Math.ceil(share * spec.channels()));
  }

  @Override
  public MediaPlan plan() {
    return plan;
  }

  @Override
  public double[][][] exposure(double[][][] spend) {
    return halo.follow(plan.bought(spend));
  }

  @Override
  public double[][] outcome(double[][][] spend) {
    return outcomeOfExposure(exposure(spend));
  }

  @Override
  public double[][] outcomeHoldingOthers(int channel, double[][] spend) {
    double[][] bought = plan.bought(channel, spend);
    double[][] changed = new double[bought.length][];
    for (int r = 0; r < bought.length; r++) {
      changed[r] = bought[r].clone();
      for (int t = 0; t < changed[r].length; t++) {
        changed[r][t] += factual[channel][r][t] - factualBought[channel][r][t];
      }
    }
    double[][][] exposure = factual.clone();
    exposure[channel] = changed;
    return outcomeOfExposure(exposure);
  }

  private double[][] outcomeOfExposure(double[][][] exposure) {
    double[][] outcome = new double[demand.size().length][];
    for (int r = 0; r < outcome.length; r++) {
      outcome[r] = demand.level()[r].clone();
      for (int c = 0; c < exposure.length; c++) {
        effects.get(c).addTo(outcome[r], r, exposure[c][r]);
      }
      for (int t = 0; t < outcome[r].length; t++) {
        outcome[r][t] *= demand.size()[r];
      }
    }
    return outcome;
  }

  @Override
  public List<Truth.TrueEdge> edges() {
    return halo.edges(traits, factual, earlierWeeks);
  }

  @Override
  public Truth.Form form(int channel) {
    return effects.get(channel).form(earlierWeeks);
  }
}
