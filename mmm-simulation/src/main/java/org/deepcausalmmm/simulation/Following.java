package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * The way in which a channel's exposure follows demand, as in an auction.
 *
 * @param local elasticity of exposure to what is particular to a region's demand
 * @param national elasticity of exposure to the demand that all regions share
 * @param lead by how many weeks exposure is ahead of demand; negative if it is behind
 * @param budget share of the elasticities by which spend follows too, in [0, 1]
 * @param calm power of what else moves the spend; 1 for as much as of other channels
 */
record Following(double local, double national, int lead, double budget, double calm) {
  static final Following NOTHING = new Following(0, 0, 0, 0, 1);

  private static final int[] LEADS = {0, 0, 0, 1, 2, -1};

  /**
   * Draws which of the channels follow demand, and how; followers tend to do less by themselves.
   */
  static List<Traits> assign(WorldSpec spec, List<Traits> traits, Chance chance) {
    if (!spec.has(Departure.DEMAND_CAPTURE)) {
      return traits;
    }
    List<Integer> order = new ArrayList<>();
    for (int c = 0; c < traits.size(); c++) {
      order.add(c);
    }
    chance.shuffle(order);
    int few = chance.integer(2, 3);
    int most = chance.integer(traits.size() - 2, traits.size());
    int count = Math.min(traits.size(), spec.has(Departure.MOST_CHANNELS_FOLLOW) ? most : few);
    List<Traits> following = new ArrayList<>(traits);
    for (int c : order.subList(0, count)) {
      Traits plain = traits.get(c);
      Chance own = chance.fork("following of " + plain.name());
      boolean alwaysOn = own.happens(0.7);
      double calm = alwaysOn ? own.uniform(0.2, 1) : 1;
      following.set(c, plain.following(draw(own, calm), own.logUniform(0.1, 1), alwaysOn));
    }
    return Traits.normalised(following);
  }

  private static Following draw(Chance chance, double calm) {
    double local = chance.uniform(0.5, 3);
    double national = chance.happens(0.5) ? local : chance.uniform(0.5, 3);
    int lead = LEADS[chance.integer(0, LEADS.length - 1)];
    double budget = chance.happens(0.5) ? 0 : chance.uniform(0.3, 1);
    return new Following(local, national, lead, budget, calm);
  }

  boolean follows() {
    return local != 0 || national != 0;
  }

  /**
   * Returns what demand multiplies exposure by.
   *
   * @return [region][week]
   */
  double[][] factor(Demand demand) {
    double[] shared = demand.shared();
    double[][] factor = new double[demand.size().length][shared.length];
    for (int r = 0; r < factor.length; r++) {
      double usual = Tables.mean(demand.level()[r]);
      for (int t = 0; t < shared.length; t++) {
        int week = Math.max(0, Math.min(t + lead, shared.length - 1));
        double own = demand.level()[r][week] / usual / shared[week];
        factor[r][t] = Math.pow(shared[week], national) * Math.pow(own, local);
      }
    }
    return factor;
  }
}
