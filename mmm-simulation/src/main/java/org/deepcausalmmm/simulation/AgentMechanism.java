package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of people through awareness, consideration, purchase and loyalty, and what they buy.
 *
 * <p>The idea is that of Vaver and Zhang, "Introduction to the Aggregate Marketing System
 * Simulator" (Google, 2017), much simplified: segments of each region's population are counts in
 * states, media change the rates of the transitions, and outcomes are the purchases. Nothing in it
 * is a sum of saturating curves: channels act together, through states that last.
 */
final class AgentMechanism extends UncoupledMechanism {
  private static final int BURN_IN = 52;
  private static final double[][] SEGMENTS = {{0.35, 1.7}, {0.65, 0.6}}; // share, susceptibility

  private final List<Persuasion> persuasions;
  private final List<People.Rates> rates;
  private final double strength;

  /** [region]: what brings its sales to its size. */
  private final double[] price;

  private AgentMechanism(
      Demand demand,
      MediaPlan plan,
      List<Persuasion> persuasions,
      List<People.Rates> rates,
      double strength) {
    super(demand, plan);
    this.persuasions = persuasions;
    this.rates = rates;
    this.strength = strength;
    price = new double[rates.size()];
    for (int r = 0; r < price.length; r++) {
      double purchases = Tables.mean(purchases(r, factual));
      price[r] = 1.4 * demand.size()[r] / (demand.population()[r] * purchases);
    }
  }

  /**
   * Draws the mechanics and sets how persuasive media are so that they bring a share of the sales.
   *
   * @param mediaShare share of the outcome that would be lost without any spend
   */
  static AgentMechanism draw(
      Demand demand, List<Traits> traits, MediaPlan plan, double mediaShare, Chance chance) {
    double[][][] exposure = plan.bought(plan.spend());
    List<Persuasion> persuasions = new ArrayList<>();
    for (int c = 0; c < traits.size(); c++) {
      Chance own = chance.fork("persuasion of " + traits.get(c).name());
      persuasions.add(
          Persuasion.draw(traits.get(c), traits.size(), exposure[c], demand.population(), own));
    }
    Chance people = chance.fork("people");
    People.Rates typical = People.Rates.draw(people);
    List<People.Rates> rates = new ArrayList<>();
    for (int r = 0; r < demand.size().length; r++) {
      rates.add(typical.varied(demand.size().length == 1 ? 0 : 0.15, people));
    }
    AgentMechanism mechanism = new AgentMechanism(demand, plan, persuasions, rates, 0);
    double low = 0;
    double high = 60;
    for (int i = 0; i < 30; i++) {
      mechanism = new AgentMechanism(demand, plan, persuasions, rates, (low + high) / 2);
      if (mechanism.lostWithoutMedia() < mediaShare) {
        low = mechanism.strength;
      } else {
        high = mechanism.strength;
      }
    }
    return mechanism;
  }

  private double lostWithoutMedia() {
    double[][][] none = new double[factual.length][][];
    for (int c = 0; c < none.length; c++) {
      none[c] = Tables.times(factual[c], 0);
    }
    return 1 - Tables.sum(outcomeOfExposure(none)) / Tables.sum(outcomeOfExposure(factual));
  }

  @Override
  double[][] outcomeOfExposure(double[][][] exposure) {
    double[][] outcome = new double[demand.size().length][];
    for (int r = 0; r < outcome.length; r++) {
      outcome[r] = purchases(r, exposure);
      for (int t = 0; t < outcome[r].length; t++) {
        outcome[r][t] *= price[r] * demand.population()[r];
      }
    }
    return outcome;
  }

  /**
   * Counts purchases per head of a region. The year before the first week saw the exposure that was
   * planned, whatever is asked of the weeks after it.
   */
  private double[] purchases(int region, double[][][] exposure) {
    double[] level = demand.level()[region];
    double[] purchases = new double[level.length];
    for (double[] segment : SEGMENTS) {
      People people = new People();
      for (int t = -BURN_IN; t < level.length; t++) {
        int week = Math.floorMod(t, t < 0 ? Math.min(BURN_IN, level.length) : level.length);
        double[] persuasion = persuasion(t < 0 ? factual : exposure, region, week, segment[1]);
        double bought = people.week(rates.get(region), t < 0 ? 1 : level[week], persuasion);
        if (t >= 0) {
          purchases[t] += segment[0] * bought;
        }
      }
    }
    return purchases;
  }

  /** Returns the chance that media move somebody, for each of the three transitions. */
  private double[] persuasion(double[][][] exposure, int region, int week, double susceptibility) {
    double[] unmoved = {1, 1, 1};
    for (int c = 0; c < exposure.length; c++) {
      double perHead = exposure[c][region][week] / demand.population()[region];
      double reached = persuasions.get(c).moved(perHead);
      for (int step = 0; step < unmoved.length; step++) {
        double hazard = strength * susceptibility * persuasions.get(c).emphasis()[step] * reached;
        unmoved[step] *= Math.exp(-hazard);
      }
    }
    return new double[] {1 - unmoved[0], 1 - unmoved[1], 1 - unmoved[2]};
  }
}
